import { ExpectationError } from '../checks/assert.ts';
import type { Emulator } from '@root-activity-monitor/local-aws/moto';

/**
 * An emulator that the user started and will stop.
 *
 * @throws ExpectationError where nothing answers
 */
export async function runningEmulator(url: string): Promise<Emulator> {
  await fetch(url, { signal: AbortSignal.timeout(10_000) }).catch((cause: unknown) => {
    throw new ExpectationError(
      `${url} does not answer; start the emulator, or leave out --endpoint-url`,
      { cause },
    );
  });
  return { url, stop: async () => undefined };
}
