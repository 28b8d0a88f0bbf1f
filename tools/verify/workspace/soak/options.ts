import { parseArgs } from 'node:util';
import { HelpRequest, UsageError } from '@root-activity-monitor/tools/command-line';

export interface SoakOptions {
  /** How often the tests are run, one run after the other. */
  readonly rounds: number;
  /** Busy processes beside them. */
  readonly loops: number;
}

/** What `--help` prints. */
export const helpText = `Runs npm test again and again beside busy loops, without the cache of Nx.

  npx nx run tools:soak [flags]

  --rounds N   how often, 1 to 100 (10)
  --loops N    busy loops beside it, 0 to 32 (3)
  --help       this text

The output of each round is kept in a file, which is named at its end.
Exit status: 0 every round passed; 1 one did not; 2 wrong usage.`;

const usage = 'usage: nx run tools:soak [--rounds <1 to 100>] [--loops <0 to 32>]';

/** @throws UsageError on anything that is not understood */
export function readOptions(argv: readonly string[]): SoakOptions {
  const { rounds, loops, help } = parse(argv);
  if (help === true) throw new HelpRequest(helpText);
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
