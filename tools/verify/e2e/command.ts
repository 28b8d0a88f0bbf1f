import { join } from 'node:path';
import {
  flag,
  httpUrl,
  type Command,
  type ProgramContext,
} from '@root-activity-monitor/command-line';
import { isAwsUrl } from '@root-activity-monitor/command-line/aws';
import {
  startMoto,
  undoAll,
  whyNoMoto,
  type Emulator,
} from '@root-activity-monitor/local-aws/moto';
import { screenOf } from '@root-activity-monitor/tools/simulate';
import * as z from 'zod';
import { Checklist } from './checks/checklist.ts';
import { runningEmulator } from './emulator/running-emulator.ts';
import { playScenario } from './scenario.ts';

const workspaceRoot = join(import.meta.dirname, '..', '..', '..');

const flags = z.object({
  'endpoint-url': flag(
    {
      value: 'URL',
      about: 'an emulator that is already running and empty; without it, moto_server is started',
    },
    // It creates accounts, roles and an organization: never on AWS itself.
    httpUrl()
      .refine((url) => !isAwsUrl(url), { error: 'the URL of an emulator, not of AWS itself' })
      .optional(),
  ),
});

/** Deploys to an AWS emulator and drives what was deployed. */
export const e2eCommand: Command<typeof flags> = {
  name: 'e2e',
  usage: 'npx nx run tools:e2e',
  about:
    'Deploys the hub and its spokes to an AWS emulator and drives them, from a root sign-in to the alert.',
  flags,
  notes: `Exit status: 0 all as expected, or skipped for lack of an emulator; 1 not;
2 wrong usage.`,
  run: async ({ 'endpoint-url': url }, context) => {
    const checklist = new Checklist(context.write, screenOf(process.stdout, process.env));
    const why = url === undefined ? whyNoMoto() : undefined;
    try {
      if (why === undefined) await runScenario(url, checklist, context);
      else {
        const advice = 'install moto, or name an emulator with --endpoint-url';
        checklist.skip('end to end on an AWS emulator', `${why}; ${advice}`);
      }
      return 0;
    } finally {
      checklist.end(join(workspaceRoot, 'test-results', 'e2e-run.json'));
    }
  },
};

/** @throws what the first step that fails throws */
async function runScenario(
  url: string | undefined,
  checklist: Checklist,
  { signal }: ProgramContext,
): Promise<void> {
  // Without the emulator and the processes, whatever is running fails at once.
  signal.addEventListener('abort', undoAll);
  let emulator: Emulator | undefined;
  try {
    const step = url === undefined ? 'moto_server starts' : 'the emulator answers';
    await checklist.step(step, async () => {
      emulator = url === undefined ? await startMoto() : await runningEmulator(url);
      return emulator.url;
    });
    await playScenario(emulator?.url ?? '', workspaceRoot, checklist, signal);
  } finally {
    await emulator?.stop();
  }
}
