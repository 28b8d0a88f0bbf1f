import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import * as z from 'zod/mini';

const program = join(import.meta.dirname, 'first-event.mjs');
const OutcomeSchema = z.object({ outcome: z.string() });
const CpuSchema = z.object({ user: z.number(), system: z.number() });

/** Milliseconds: from the start of a process to its end, and of CPU (user and system). */
export interface Cost {
  readonly wall: number;
  readonly cpu: number;
}

/** A handler's file, and what it logs of the first event; nothing, when it logs nothing. */
export interface Measured {
  readonly file: string;
  readonly outcome: string | undefined;
}

/**
 * What one fresh process costs, from its start to the end of its first event.
 *
 * @throws Error when the handler did not do its work: its time would say nothing
 */
export async function coldStart(
  binary: string,
  { file, outcome }: Measured,
  environment: Record<string, string>,
): Promise<Cost> {
  const started = performance.now();
  const child = spawn(binary, [program, file], {
    env: environment,
    stdio: ['ignore', 'pipe', 'inherit', 'pipe'],
  });
  const { stdout } = child;
  const usage = child.stdio[3];
  if (stdout === null || !(usage instanceof Readable)) throw new Error('no pipe to the process');
  const [[status], log, cpu] = await Promise.all([once(child, 'exit'), text(stdout), text(usage)]);
  const wall = performance.now() - started;
  if (status !== 0) throw new Error(`${file}: the first event failed (status ${status})\n${log}`);
  const logged = log === '' ? undefined : OutcomeSchema.parse(JSON.parse(log)).outcome;
  if (logged !== outcome) throw new Error(`${file}: the first event was not ${outcome}\n${log}`);
  const { user, system } = CpuSchema.parse(JSON.parse(cpu));
  return { wall, cpu: (user + system) / 1000 };
}
