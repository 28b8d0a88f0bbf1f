import { UsageError } from '@root-activity-monitor/command-line';
import { FixtureError } from '@root-activity-monitor/event-fixtures';
import { DeploymentConfigError } from '@root-activity-monitor/deployment-config';
import { TemplateError } from '@root-activity-monitor/local-aws/cloudformation';
import { readOptions } from './cli/options.ts';
import { run } from './cli/run.ts';
import { InputError } from './input/errors.ts';
import { harmless } from './terminal/harmless.ts';
import { screenOf } from './terminal/screen.ts';

let running: { close(): Promise<void> } | undefined;
let ending = false;

/** Stops what a simulation started or made, then this process, whatever still runs. */
async function end(status: number): Promise<void> {
  if (ending) return;
  ending = true;
  process.exitCode = status;
  await running?.close();
  process.exit(status);
}

const warn = (line: string) => process.stderr.write(`${harmless(line, { keepLines: true })}\n`);

/** Who reads our output may stop reading; that is no failure. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  void end(0);
});
process.once('SIGINT', () => void end(130));
process.once('SIGTERM', () => void end(143));

try {
  const status = await run(readOptions(process.argv.slice(2)), {
    write: (line) => process.stdout.write(`${line}\n`),
    warn,
    screen: screenOf(process.stdout, process.env),
    // npm and npx say where they were called; Nx starts us at the workspace root.
    startFolder: process.env['INIT_CWD'] ?? process.cwd(),
    started: (started) => (running = started),
  });
  if (!ending) process.exitCode = status;
} catch (error) {
  if (!ending) report(error);
}

function report(error: unknown): void {
  const wrongUse = error instanceof UsageError || error instanceof InputError;
  const expected =
    wrongUse ||
    error instanceof TemplateError ||
    error instanceof FixtureError ||
    error instanceof DeploymentConfigError;
  if (!expected) throw error;
  warn(`simulate: ${error.message}`);
  process.exitCode = wrongUse ? 2 : 1;
}
