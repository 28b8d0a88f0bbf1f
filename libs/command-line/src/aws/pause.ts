import { setTimeout as sleep } from 'node:timers/promises';

/** Waits; ends early, with no error, when the signal says so. */
export async function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
  await sleep(milliseconds, undefined, signal === undefined ? {} : { signal }).catch(
    (error: unknown) => {
      if (signal?.aborted !== true) throw error;
    },
  );
}
