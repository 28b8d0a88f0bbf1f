import { parseArgs } from 'node:util';
import { HelpRequest, UsageError } from './errors.ts';

export interface ChaosOptions {
  readonly seeds: readonly number[];
  readonly verbose: boolean;
  /** A folder with code in the place of the template's. */
  readonly bundle: string | undefined;
}

const usage = 'usage: nx run tools:chaos [--seeds <how many> | --seed <which one>] [--verbose]';
const usualSeeds = 20;

const helpText = `${usage}

  --seeds <n>      runs the seeds 1 to n (20)
  --seed <n>       replays one seed exactly
  --verbose        tells a seed invocation by invocation
  --bundle <dir>   takes the notifier's code from there instead of the synthesized hub`;

/** @throws UsageError on anything that is not understood */
export function readOptions(
  argv: readonly string[],
  environment: Readonly<Record<string, string | undefined>> = {},
): ChaosOptions {
  const { seed, seeds, verbose = false, bundle, help } = parse(argv);
  if (help === true) throw new HelpRequest(helpText);
  if (seed !== undefined && seeds !== undefined) {
    throw new UsageError(`--seed replays one, --seeds runs many: give one of them; ${usage}`);
  }
  return {
    seeds:
      seed === undefined
        ? Array.from(
            { length: number('--seeds', seeds ?? String(usualSeeds)) },
            (_, index) => index + 1,
          )
        : [number('--seed', seed)],
    // Nx takes --verbose for itself and tells by its environment.
    verbose: verbose || environment['NX_VERBOSE_LOGGING'] === 'true',
    bundle,
  };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      options: {
        seeds: { type: 'string' },
        seed: { type: 'string' },
        verbose: { type: 'boolean' },
        bundle: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}; ${usage}`);
  }
}

function number(name: string, text: string): number {
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text);
  throw new UsageError(`${name} is "${text}": a whole number from 1 to 999999 is wanted; ${usage}`);
}
