import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HelpRequest, UsageError } from '@root-activity-monitor/tools/command-line';
import { workspaceRoot } from '@root-activity-monitor/tools/simulate';
import { readOptions } from './options.ts';
import { soak } from './soak.ts';

const write = (line: string) => process.stdout.write(`${line}\n`);

async function run(argv: readonly string[]): Promise<number> {
  const options = readOptions(argv);
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort());
  process.once('SIGTERM', () => stop.abort());
  const folder = mkdtempSync(join(tmpdir(), 'soak-'));
  const tested = { command: 'npm', argv: ['test'], cwd: workspaceRoot };
  const failed = await soak(tested, options, folder, write, stop.signal);
  return failed === 0 ? 0 : 1;
}

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  if (error instanceof HelpRequest) write(error.message);
  else if (error instanceof UsageError) {
    process.stderr.write(`soak: ${error.message}\n`);
    process.exitCode = 2;
  } else throw error;
}
