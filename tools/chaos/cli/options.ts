import { parseArgs } from 'node:util';
import { UsageError } from './errors.ts';

export interface ChaosOptions {
  readonly seeds: readonly number[];
  readonly verbose: boolean;
  /** A folder with code in the place of the template's. */
  readonly bundle: string | undefined;
}

const usage = 'usage: nx run tools:chaos [--seeds <how many> | --seed <which one>] [--verbose]';
const usualSeeds = 20;

/** @throws UsageError on anything that is not understood */
export function readOptions(argv: readonly string[]): ChaosOptions {
  const { seed, seeds, verbose = false, bundle } = parse(argv);
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
    verbose,
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
