import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { undoneAtTheLatest } from './leave-nothing.ts';

/** A running emulator of AWS. */
export interface Emulator {
  /** `http://localhost:PORT`; moto tells its own hosts by that word. */
  readonly url: string;
  /** Ends it, where it was started here. */
  stop(): Promise<void>;
}

const COMMAND = 'moto_server';
const STARTED_WITHIN = 60_000;

/** Why there is no emulator on this machine; undefined where there is one. */
export function whyNoMoto(): string | undefined {
  // It has no flag that only says its version; help loads little and ends at once.
  const { error, status } = spawnSync(COMMAND, ['--help'], { stdio: 'ignore', timeout: 30_000 });
  if (error !== undefined) return `${COMMAND} is not installed`;
  return status === 0 ? undefined : `${COMMAND} does not run`;
}

/**
 * Starts moto on loopback, on a free port, and stops it by its process ID at the latest when this
 * process ends.
 *
 * @throws Error with its last words where it does not answer in time
 */
export async function startMoto(): Promise<Emulator> {
  const port = await freePort();
  const child = spawn(COMMAND, ['-H', '127.0.0.1', '-p', String(port)], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, MOTO_EVENTS_INVOKE_HTTP: 'false' },
  });
  const kill = () => void child.kill('SIGKILL');
  const ended = undoneAtTheLatest(kill);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(-4_000)));
  }
  const stop = async () => {
    await end(child);
    ended();
  };
  const failed = new Promise<Error>((resolve) => child.once('error', resolve));
  const ready = waitUntilReady(child, port, () => said);
  const problem = await Promise.race([failed, ready]);
  if (problem === undefined) return { url: `http://localhost:${port}`, stop };
  await stop();
  throw problem;
}

/** Its own words count: on a port that another program took meanwhile, that one would answer. */
async function waitUntilReady(
  child: ChildProcess,
  port: number,
  said: () => string,
): Promise<Error | undefined> {
  const end = Date.now() + STARTED_WITHIN;
  while (Date.now() < end) {
    if (child.exitCode !== null || child.signalCode !== null) break;
    if (said().includes(`Running on http://127.0.0.1:${port}`)) return undefined;
    await sleep(50);
  }
  return new Error(`${COMMAND} did not start: ${said().trim().split('\n').slice(-3).join(' ')}`);
}

async function end(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const closed = new Promise((resolve) => child.once('exit', resolve));
  // It holds nothing worth keeping.
  child.kill('SIGKILL');
  await closed;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}
