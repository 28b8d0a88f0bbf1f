import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { TemplateError } from '@root-activity-monitor/local-aws/cloudformation';
import { workspaceRoot } from '@root-activity-monitor/tools/simulate';
import { UsageError } from '@root-activity-monitor/command-line';
import { HelpRequest } from '@root-activity-monitor/tools/command-line';
import { Fleet } from './cli/worker-pool.ts';
import { readOptions } from './command.ts';
import { failure, table } from './cli/table.ts';
import type { SeedSummary } from './cli/summary.ts';
import { loadDeployedHub } from './hub/deployed-hub.ts';

const write = (line: string) => process.stdout.write(`${line}\n`);

async function run(argv: readonly string[]): Promise<number> {
  const { seeds, verbose, bundle } = readOptions(argv, process.env);
  // What is missing is told before any process starts.
  loadDeployedHub(workspaceRoot, { bundle });
  const fleet = new Fleet(bundle);
  for (const [signal, status] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const) {
    process.once(signal, () => {
      fleet.stop();
      process.exit(status);
    });
  }
  const started = performance.now();
  const summaries: SeedSummary[] = [];
  await fleet.run(seeds, verbose, (summary) => {
    summaries.push(summary);
    if (summary.violations.length > 0) failure(summary).forEach(write);
    else if (summaries.length % 20 === 0)
      write(`${String(summaries.length)} of ${String(seeds.length)} seeds`);
  });
  table(summaries, (performance.now() - started) / 1000).forEach(write);
  const failed = summaries.filter(({ violations }) => violations.length > 0).length;
  report(summaries.length, failed);
  return failed === 0 ? 0 : 1;
}

/** For whoever counts tests: one a seed. */
function report(all: number, failed: number): void {
  const folder = join(workspaceRoot, 'test-results');
  mkdirSync(folder, { recursive: true });
  const counts = { numTotalTests: all, numPassedTests: all - failed, numFailedTests: failed };
  writeFileSync(join(folder, 'chaos-seeds.json'), `${JSON.stringify(counts)}\n`);
}

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  const wrongUse = error instanceof UsageError;
  if (error instanceof HelpRequest) write(error.message);
  else if (wrongUse || error instanceof TemplateError) {
    process.stderr.write(`chaos: ${error.message}\n`);
    process.exitCode = wrongUse ? 2 : 1;
  } else throw error;
}
