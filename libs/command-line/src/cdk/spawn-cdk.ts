import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/**
 * Runs the CDK CLI of this workspace in the terminal of the caller, so that it can ask.
 *
 * @returns its exit status; 1 where a signal ended it
 */
export function spawnCdk(args: readonly string[], cwd: string): Promise<number> {
  const cli = join(
    dirname(createRequire(join(cwd, 'package.json')).resolve('aws-cdk/package.json')),
    'bin',
    'cdk',
  );
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [cli, ...args], {
      cwd,
      stdio: 'inherit',
      // Says nothing that a user of this workspace could act on.
      env: { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true', ...process.env },
    });
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
  });
}
