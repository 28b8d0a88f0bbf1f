import { parseArgs } from 'node:util';
import { HelpRequest, UsageError } from '../chaos/cli/errors.ts';

export interface StormOptions {
  readonly events: number;
  readonly bundle: string | undefined;
}

const usage = 'usage: nx run tools:storm [--events <how many, from 1000>]';

/** @throws UsageError on anything that is not understood */
export function readOptions(argv: readonly string[]): StormOptions {
  const { events, bundle, help } = parse(argv);
  if (help === true) throw new HelpRequest(usage);
  if (!/^[1-9]\d{3,6}$/.test(events)) {
    throw new UsageError(
      `--events is "${events}": a whole number from 1000 to 9999999 is wanted; ${usage}`,
    );
  }
  return { events: Number(events), bundle };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      options: {
        events: { type: 'string', default: '5000' },
        bundle: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}; ${usage}`);
  }
}
