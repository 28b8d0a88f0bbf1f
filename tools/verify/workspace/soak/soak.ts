import { spawn, type ChildProcess } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import { startBusyLoops } from './busy-loops.ts';

/** A round that takes longer counts as failed. */
const maxRoundMilliseconds = 60 * 60_000;

export interface SoakOptions {
  /** How often the command runs, one run after the other. */
  readonly rounds: number;
  /** Busy processes beside it. */
  readonly loops: number;
}

/** What is run again and again. */
export interface Tested {
  readonly command: string;
  readonly argv: readonly string[];
  readonly cwd: string;
}

/**
 * Runs a command round after round beside busy processes, each round's output in a file of its own.
 * Nothing is taken from the cache of Nx, and a task that fails is not retried.
 *
 * @returns how many rounds failed, including those that `signal` kept from running
 */
export async function soak(
  tested: Tested,
  { rounds, loops }: SoakOptions,
  folder: string,
  write: (line: string) => void,
  signal: AbortSignal,
): Promise<number> {
  let passed = 0;
  for (let round = 1; round <= rounds && !signal.aborted; round += 1) {
    const started = performance.now();
    const output = join(folder, `round-${round}.txt`);
    const endLoops = startBusyLoops(loops, maxRoundMilliseconds);
    const status = await runRound(tested, output, signal).finally(endLoops);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    if (status === 0) passed += 1;
    const how = status === 0 ? 'passed' : `failed (exit status ${status}): ${output}`;
    write(`round ${round} of ${rounds}  ${seconds} s  ${how}`);
  }
  write(`${passed} of ${rounds} rounds passed beside ${loops} busy loops`);
  return rounds - passed;
}

async function runRound(tested: Tested, output: string, signal: AbortSignal) {
  // In a process group of its own: ending the group ends what the tests started.
  const child = spawn(tested.command, tested.argv, {
    cwd: tested.cwd,
    detached: true,
    env: { ...process.env, NX_SKIP_NX_CACHE: 'true' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const file = createWriteStream(output);
  child.stdout.pipe(file, { end: false });
  child.stderr.pipe(file, { end: false });
  const end = () => endGroup(child);
  const timer = setTimeout(end, maxRoundMilliseconds);
  signal.addEventListener('abort', end);
  const [status]: (number | null)[] = await once(child, 'close');
  clearTimeout(timer);
  signal.removeEventListener('abort', end);
  file.end();
  return status;
}

function endGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGTERM');
  } catch {
    // It has ended by itself.
  }
}
