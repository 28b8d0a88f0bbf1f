import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ProgramContext } from '@root-activity-monitor/command-line';
import { loadDeployedHub, workspaceRoot } from '../hub/deployed-hub.ts';
import { failure, table } from './table.ts';
import type { SeedSummary } from './summary.ts';
import { WorkerPool } from './worker-pool.ts';

export interface RunOptions {
  /** Shows each seed invocation by invocation. */
  readonly verbose: boolean;
  /** A folder with code in the place of the template's. */
  readonly bundle: string | undefined;
}

/**
 * Runs seeds and prints what happened in them.
 *
 * @returns how many broke a promise
 * @throws TemplateError when the synthesized hub is missing or incomplete
 */
export async function runSeeds(
  seeds: readonly number[],
  { verbose, bundle }: RunOptions,
  { write, signal }: Pick<ProgramContext, 'write' | 'signal'>,
): Promise<number> {
  // An incomplete template is reported before any process starts.
  loadDeployedHub({ bundle });
  const pool = new WorkerPool(bundle);
  signal.addEventListener('abort', () => pool.stop());
  const started = performance.now();
  const summaries: SeedSummary[] = [];
  await pool.run(seeds, verbose, (summary) => {
    summaries.push(summary);
    if (summary.violations.length > 0) failure(summary).forEach(write);
    else if (summaries.length % 20 === 0) write(`${summaries.length} of ${seeds.length} seeds`);
  });
  table(summaries, (performance.now() - started) / 1000).forEach(write);
  const failed = summaries.filter(({ violations }) => violations.length > 0).length;
  writeCounts(summaries.length, failed);
  return failed;
}

/** For CI, which counts tests: one a seed. */
function writeCounts(all: number, failed: number): void {
  const folder = join(workspaceRoot, 'test-results');
  mkdirSync(folder, { recursive: true });
  const counts = { numTotalTests: all, numPassedTests: all - failed, numFailedTests: failed };
  writeFileSync(join(folder, 'chaos-seeds.json'), `${JSON.stringify(counts)}\n`);
}
