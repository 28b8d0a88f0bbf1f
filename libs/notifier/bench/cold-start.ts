import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { text } from 'node:stream/consumers';
import * as z from 'zod/mini';

const program = join(import.meta.dirname, 'first-event.mjs');
const OutcomeSchema = z.object({ outcome: z.string() });

/** A handler's file, and what it logs of the first event; nothing, when it logs nothing. */
export interface Measured {
  readonly file: string;
  readonly outcome: string | undefined;
}

/**
 * Wall milliseconds of one fresh process, from start to exit.
 *
 * @throws Error when the handler did not do its work: its time would say nothing
 */
export async function coldStart(
  binary: string,
  { file, outcome }: Measured,
  environment: Record<string, string>,
): Promise<number> {
  const started = performance.now();
  const child = spawn(binary, [program, file], {
    env: environment,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [[status], log] = await Promise.all([once(child, 'exit'), text(child.stdout)]);
  const milliseconds = performance.now() - started;
  if (status !== 0) throw new Error(`${file}: the first event failed (status ${status})\n${log}`);
  const logged = log === '' ? undefined : OutcomeSchema.parse(JSON.parse(log)).outcome;
  if (logged !== outcome) throw new Error(`${file}: the first event was not ${outcome}\n${log}`);
  return milliseconds;
}
