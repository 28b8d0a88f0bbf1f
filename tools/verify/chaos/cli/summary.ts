import * as z from 'zod';
import { check } from '../checks/check.ts';
import { observe } from '../checks/observed.ts';
import type { Journal } from '../journal/journal.ts';

const Counts = z.record(z.string(), z.number());

/** What is kept of a seed; crosses from the process that ran it. */
export const SeedSummarySchema = z.object({
  seed: z.number(),
  milliseconds: z.number(),
  faults: Counts,
  counts: Counts,
  violations: z.array(
    z.object({ promise: z.string(), what: z.string(), events: z.array(z.string()) }),
  ),
});
export type SeedSummary = z.infer<typeof SeedSummarySchema>;

/** Checks a seed and counts what happened in it. */
export function summarize(journal: Journal, milliseconds: number): SeedSummary {
  const told = observe(journal);
  const { accepted, delivery, invocations, parked, seed } = journal;
  const events = new Map(accepted.map(({ key, event }) => [key, event]));
  const kinds = [...events.values()].map(({ kind }) => kind).filter((kind) => kind !== 'ordinary');
  const copies = accepted.length - events.size;
  return {
    seed,
    milliseconds,
    faults: {
      ...tally(invocations.flatMap(({ faults }) => faults.map(({ name }) => name))),
      ...Object.fromEntries(delivery),
      ...tally(kinds.map((kind) => `event: ${kind}`)),
      'delivered twice by EventBridge': copies,
    },
    counts: {
      events: events.size,
      messages: accepted.length,
      invocations: invocations.length,
      alerted: told.alerted.size,
      counted: [...told.digested].filter((key) => !told.alerted.has(key)).length,
      parked: [...new Set(parked)].length,
      recorded: [...told.recorded].filter((key) => !told.alerted.has(key)).length,
      digests: told.digests.length,
      'repeated alerts': told.alerts.length - told.alerted.size,
      'repeated digests':
        told.digests.length - new Set(told.digests.map(({ period }) => period?.collection)).size,
    },
    violations: check(journal).map(({ events: keys, ...one }) => ({ ...one, events: [...keys] })),
  };
}

function tally(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}
