import { requestFaultNames } from '../faults/request-faults.ts';
import type { SeedSummary } from './summary.ts';

type Counts = Readonly<Record<string, number>>;

/** What all seeds came to, as lines for a terminal. */
export function table(summaries: readonly SeedSummary[], seconds: number): readonly string[] {
  const faults = sum(summaries.map((one) => one.faults));
  const counts = sum(summaries.map((one) => one.counts));
  const failed = summaries.filter(({ violations }) => violations.length > 0);
  const struck = new Set<string>(requestFaultNames);
  const times = summaries.map(({ milliseconds }) => milliseconds).toSorted((a, b) => a - b);
  return [
    '',
    'Faults injected',
    ...rows(pick(faults, (name) => struck.has(name))),
    'Messages',
    ...rows(pick(faults, (name) => !struck.has(name))),
    'What became of it',
    ...rows(counts),
    '',
    `${String(summaries.length)} seeds in ${seconds.toFixed(0)} s (median ${((times[times.length >> 1] ?? 0) / 1000).toFixed(1)} s a seed): ${
      failed.length === 0
        ? 'every promise kept'
        : `${String(failed.length)} FAILED: ${failed.map(({ seed }) => seed).join(', ')}`
    }`,
  ];
}

/** Why a seed failed, and how to see it again. */
export function failure({ seed, violations }: SeedSummary): readonly string[] {
  return [
    `seed ${String(seed)} FAILED`,
    ...violations.flatMap(({ promise, what, events }) => [
      `  ${promise}: ${what}`,
      ...events.map((event) => `      ${event}`),
    ]),
    `  replay: npx nx run tools:chaos --seed ${String(seed)} --verbose`,
  ];
}

function sum(all: readonly Counts[]): Counts {
  const total: Record<string, number> = {};
  for (const counts of all) {
    for (const [name, count] of Object.entries(counts)) total[name] = (total[name] ?? 0) + count;
  }
  return total;
}

const pick = (counts: Counts, which: (name: string) => boolean): Counts =>
  Object.fromEntries(Object.entries(counts).filter(([name]) => which(name)));

const rows = (counts: Counts) =>
  Object.entries(counts).map(([name, count]) => `  ${name.padEnd(46)}${String(count).padStart(8)}`);
