import { spawn } from 'node:child_process';
import { undoneAtTheLatest } from '@root-activity-monitor/local-aws/moto';

export interface Command {
  /** A program of the workspace's packages, and its arguments. */
  readonly words: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
}

/** Ended by its own or by our deadline. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}

const LONGEST = 300_000;

/**
 * Runs a command as a user would, in a process group of its own, so that nothing it started stays.
 *
 * @returns everything that it wrote, without colours
 * @throws CommandError with its last lines where it fails or takes longer than five minutes
 */
export async function runCommand({ words, cwd, env, signal }: Command): Promise<string> {
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
  const timer = setTimeout(endGroup, LONGEST);
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
      settle(code === 0 ? undefined : `status ${String(code ?? killed)}`),
    );
  });
}

/** Nx and the AWS tools must not meet what was set for this process. */
function ownEnvironment(): NodeJS.ProcessEnv {
  const entries = Object.entries(process.env).filter(
    ([name]) => !/^(NX_|AWS_|npm_|CDK_|FORCE_COLOR|INIT_CWD)/.test(name),
  );
  return Object.fromEntries(entries);
}
