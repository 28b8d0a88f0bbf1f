import { parseArgs } from 'node:util';
import { HelpRequest, UsageError } from '../chaos/cli/errors.ts';

export interface SoakOptions {
  /** How often the tests are run, one run after the other. */
  readonly rounds: number;
  /** Busy processes beside them. */
  readonly loops: number;
}

const usage = 'usage: nx run tools:soak [--rounds <1 to 100>] [--loops <0 to 32>]';

/** @throws UsageError on anything that is not understood */
export function readOptions(argv: readonly string[]): SoakOptions {
  const { rounds, loops, help } = parse(argv);
  if (help === true) throw new HelpRequest(usage);
  return {
    rounds: wholeNumber('--rounds', rounds, 1, 100),
    loops: wholeNumber('--loops', loops, 0, 32),
  };
}

function wholeNumber(flag: string, text: string, least: number, most: number): number {
  const number = Number(text);
  if (!/^\d{1,3}$/.test(text) || number < least || number > most) {
    throw new UsageError(
      `${flag} is "${text}": a whole number from ${least} to ${most} is wanted; ${usage}`,
    );
  }
  return number;
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      options: {
        rounds: { type: 'string', default: '10' },
        loops: { type: 'string', default: '3' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}; ${usage}`);
  }
}
