import { UsageError } from '@root-activity-monitor/command-line';
import { HelpRequest, readFlags } from '@root-activity-monitor/tools/command-line';

export interface StormOptions {
  readonly events: number;
  readonly bundle: string | undefined;
}

const usualEvents = '5000';

/** What `--help` prints. */
export const helpText = `A leaked root key enumerating while 50 accounts sign in, through the bundled
notifier and digester: how many messages come of it, how fast, and at what use
of Lambda, SNS and DynamoDB.

  npx nx run tools:storm [flags]

  --events N       so many events, from 1000 to 9999999; ${usualEvents} by default
  --bundle FOLDER  takes the notifier's code from there; by default from the
                   synthesized hub
  --help           this text

Exit status: 0 every session alerted and nothing was lost, 1 not, 2 wrong
usage.`;

/** @throws UsageError on anything that is not understood */
export function readOptions(argv: readonly string[]): StormOptions {
  const { events, bundle, help } = parse(argv);
  if (help === true) throw new HelpRequest(helpText);
  if (!/^[1-9]\d{3,6}$/.test(events)) {
    throw new UsageError(`--events is "${events}": a whole number from 1000 to 9999999 is wanted`);
  }
  return { events: Number(events), bundle };
}

function parse(argv: readonly string[]) {
  return readFlags(argv, {
    events: { type: 'string', default: usualEvents },
    bundle: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  });
}
