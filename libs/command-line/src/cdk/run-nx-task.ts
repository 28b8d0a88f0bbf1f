import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/**
 * Runs a task of this workspace, with its dependencies and its cache, in the terminal of the caller.
 *
 * The commands that need synthesized templates run it themselves rather than depend on it in
 * project.json: what is wrong with the configuration or the credentials is said before a long
 * synth, and Nx, which ends with 130 as after Ctrl-C when a dependency fails, ends with 1.
 *
 * @param task as `hub-infra:synth`
 * @returns its exit status; 1 where a signal ended it
 */
export function runNxTask(task: string, workspaceRoot: string): Promise<number> {
  const nx = createRequire(join(workspaceRoot, 'package.json')).resolve('nx');
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [nx, 'run', task], {
      cwd: workspaceRoot,
      stdio: 'inherit',
    });
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
  });
}
