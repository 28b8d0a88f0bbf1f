import { bundleFlag } from '@root-activity-monitor/chaos';
import { flag, wholeNumber, type Command } from '@root-activity-monitor/command-line';
import { TemplateError } from '@root-activity-monitor/local-aws/cloudformation';
import * as z from 'zod';
import { runStorm } from './run-storm.ts';

const flags = z.object({
  events: flag(
    { value: 'N', about: 'how many events, from 1000 to 9999999; 5000 by default' },
    wholeNumber(1_000, 9_999_999).default(5_000),
  ),
  bundle: bundleFlag,
});

/** Plays a storm of events and measures what comes of it. */
export const stormCommand: Command<typeof flags> = {
  name: 'storm',
  usage: 'npx nx run tools:storm',
  about:
    'A leaked root key enumerating while 50 accounts sign in, through the bundled notifier and digester: how many messages come of it, how fast, and at what use of Lambda, SNS and DynamoDB.',
  flags,
  notes: `Exit status: 0 every session alerted and nothing was lost, 1 not, 2 wrong
usage.`,
  expectedErrors: [TemplateError],
  run: async (values, context) => ((await runStorm(values, context)) ? 0 : 1),
};
