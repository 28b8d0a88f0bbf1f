import { UsageError } from '@root-activity-monitor/command-line';
import { HelpRequest, readFlags } from '@root-activity-monitor/tools/command-line';

export interface ChaosOptions {
  readonly seeds: readonly number[];
  readonly verbose: boolean;
  /** A folder with code in the place of the template's. */
  readonly bundle: string | undefined;
}

const usualSeeds = 20;

/** What `--help` prints. */
export const helpText = `Injects faults into the bundled notifier and digester, drawn from seeds, and
checks that no event is lost, none alerts twice for nothing, and the most
severe always alerts.

  npx nx run tools:chaos [flags]

  --seeds N        runs the seeds 1 to N; ${String(usualSeeds)} by default, 200 before a release
  --seed N         replays one seed exactly
  --verbose        tells a seed invocation by invocation
  --bundle FOLDER  takes the notifier's code from there; by default from the
                   synthesized hub
  --help           this text

Exit status: 0 nothing was lost, 1 something was (its seed is named),
2 wrong usage.`;

/** @throws UsageError on anything that is not understood */
export function readOptions(
  argv: readonly string[],
  environment: Readonly<Record<string, string | undefined>> = {},
): ChaosOptions {
  const { seed, seeds, verbose = false, bundle, help } = parse(argv);
  if (help === true) throw new HelpRequest(helpText);
  if (seed !== undefined && seeds !== undefined) {
    throw new UsageError(`--seed replays one, --seeds runs many: give one of them, see --help`);
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
  return readFlags(argv, {
    seeds: { type: 'string' },
    seed: { type: 'string' },
    verbose: { type: 'boolean' },
    bundle: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  });
}

function number(name: string, text: string): number {
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text);
  throw new UsageError(`${name} is "${text}": a whole number from 1 to 999999 is wanted`);
}
