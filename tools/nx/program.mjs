// An Nx executor that runs a program of this workspace with the arguments as they were given. Unlike
// nx:run-commands it has a schema for each program, so that Nx shows the program's help for --help.
import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';

/**
 * @param {{ command: string, env?: Record<string, string>, __unparsed__: string[] }} options
 * @param {{ root: string }} context
 * @returns {Promise<{ success: boolean }>}
 */
export default function runProgram({ command, env = {}, __unparsed__: given }, { root }) {
  const [program, ...words] = command.split(' ');
  const path = [join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter);
  const child = spawn(program, [...words, ...given], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env, PATH: path },
  });
  // The terminal interrupts the program itself, which ends what it started before it ends. A second
  // interrupt would cut that short.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => resolve({ success: code === 0 }));
  });
}
