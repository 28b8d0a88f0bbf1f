import type { Command } from '@root-activity-monitor/command-line';
import { FixtureError } from '@root-activity-monitor/event-fixtures';
import { TemplateError } from '@root-activity-monitor/local-aws/cloudformation';
import { screenOf } from '../terminal/screen.ts';
import { flags } from './flags.ts';
import { helpWords } from './help.ts';
import { run } from './run.ts';

/** Plays root events through the synthesized templates, or onto the bus of a deployed hub. */
export const simulateCommand: Command<typeof flags> = {
  name: 'simulate',
  ...helpWords,
  flags,
  expectedErrors: [TemplateError, FixtureError],
  run: (values, program) =>
    run(values, {
      program,
      screen: screenOf(process.stdout, process.env),
      // npm and npx say where they were called; Nx starts us at the workspace root.
      startFolder: process.env['INIT_CWD'] ?? process.cwd(),
    }),
};
