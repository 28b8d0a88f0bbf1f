import { spawn } from 'node:child_process';
import { UserError } from '@root-activity-monitor/command-line';
import { undoneAtTheLatest } from '@root-activity-monitor/local-aws/moto';

/**
 * Runs a command in the workspace with the credentials of an account.
 *
 * @param end ends the command, besides what ends the run
 * @returns everything that it wrote
 */
export type RunInAccount = (
  words: readonly string[],
  account: string,
  region: string,
  end?: AbortSignal,
) => Promise<string>;

export interface SpawnedCommand {
  /** A program of the workspace's packages, and its arguments. */
  readonly words: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
}

/** A command failed, or took too long. */
export class CommandError extends UserError {
  override readonly name = 'CommandError';
}

const maxMilliseconds = 300_000;

/**
 * Runs a command as a user would, in a process group of its own, so that nothing that it started is left.
 *
 * @returns everything that it wrote, without colours
 * @throws CommandError with its last lines where it fails or takes longer than five minutes
 */
export async function spawnCommand({ words, cwd, env, signal }: SpawnedCommand): Promise<string> {
  signal.throwIfAborted();
  const [program = '', ...rest] = words;
  const child = spawn('npx', ['--no-install', program, ...rest], {
    cwd,
    env: { ...ownEnvironment(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  }
  const endGroup = () => {
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGKILL');
  };
  const ended = undoneAtTheLatest(endGroup);
  const timer = setTimeout(endGroup, maxMilliseconds);
  signal.addEventListener('abort', endGroup, { once: true });
  return await new Promise((resolve, reject) => {
    const settle = (status: string | undefined) => {
      clearTimeout(timer);
      ended();
      signal.removeEventListener('abort', endGroup);
      const plain = output.replaceAll(/\u001b\[[0-9;]*m/g, '');
      if (status === undefined) return resolve(plain);
      const last = plain.trim().split('\n').slice(-25).join('\n');
      reject(new CommandError(`"${words.join(' ')}" ended with ${status}:\n${last}`));
    };
    child.once('error', (error) => settle(error.message));
    child.once('close', (code, killed) =>
      settle(code === 0 ? undefined : `status ${code ?? killed}`),
    );
  });
}

/** Without what Nx and the AWS tools would take over from this process. */
function ownEnvironment(): NodeJS.ProcessEnv {
  const entries = Object.entries(process.env).filter(
    ([name]) => !/^(NX_|AWS_|npm_|CDK_|FORCE_COLOR|INIT_CWD)/.test(name),
  );
  return Object.fromEntries(entries);
}
