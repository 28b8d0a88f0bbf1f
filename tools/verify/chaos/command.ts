import { flag, wholeNumber, type Command } from '@root-activity-monitor/command-line';
import { TemplateError } from '@root-activity-monitor/local-aws/cloudformation';
import * as z from 'zod';
import { bundleFlag } from './bundle-flag.ts';
import { runSeeds } from './cli/run-seeds.ts';

const maxSeed = 999_999;

const flags = z.object({
  seeds: flag(
    { value: 'N', about: 'runs the seeds 1 to N; 20 by default, 200 before a release' },
    wholeNumber(1, maxSeed).default(20),
  ),
  seed: flag(
    {
      value: 'N',
      about: 'replays one seed exactly',
      excludes: { flags: ['seeds'], because: '--seed replays one, --seeds runs many' },
    },
    wholeNumber(1, maxSeed).optional(),
  ),
  verbose: flag(
    { about: 'shows a seed invocation by invocation' },
    // Nx keeps --verbose for itself and sets a variable instead.
    z.boolean().default(() => process.env['NX_VERBOSE_LOGGING'] === 'true'),
  ),
  bundle: bundleFlag,
});

/** Plays seeds and checks the promises that docs/reliability.md makes. */
export const chaosCommand: Command<typeof flags> = {
  name: 'chaos',
  usage: 'npx nx run tools:chaos',
  about:
    'Injects faults into the bundled notifier and digester, drawn from seeds, and checks that no event is lost, none alerts twice for nothing, and the most severe always alerts.',
  flags,
  notes: `Exit status: 0 nothing was lost, 1 something was (its seed is named),
2 wrong usage.`,
  expectedErrors: [TemplateError],
  run: async ({ seed, seeds, verbose, bundle }, context) => {
    const all =
      seed === undefined ? Array.from({ length: seeds }, (_, index) => index + 1) : [seed];
    return (await runSeeds(all, { verbose, bundle }, context)) === 0 ? 0 : 1;
  },
};
