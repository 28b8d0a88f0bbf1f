import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { flag, wholeNumber, type Command } from '@root-activity-monitor/command-line';
import * as z from 'zod';
import { soak } from './soak.ts';

const workspaceRoot = join(import.meta.dirname, '..', '..', '..', '..');

const flags = z.object({
  rounds: flag(
    { value: 'N', about: 'how many rounds, 1 to 100; 10 by default' },
    wholeNumber(1, 100).default(10),
  ),
  loops: flag(
    { value: 'N', about: 'busy loops beside them, 0 to 32; 3 by default' },
    wholeNumber(0, 32).default(3),
  ),
});

/** Runs the tests under load. */
export const soakCommand: Command<typeof flags> = {
  name: 'soak',
  usage: 'npx nx run tools:soak',
  about: 'Runs npm test again and again beside busy loops, without the cache of Nx.',
  flags,
  notes: `The output of each round is kept in a file, which is named when it ends.

Exit status: 0 every round passed; 1 one did not; 2 wrong usage.`,
  run: async (values, { write, signal }) => {
    const folder = mkdtempSync(join(tmpdir(), 'soak-'));
    const tested = { command: 'npm', argv: ['test'], cwd: workspaceRoot };
    const failed = await soak(tested, values, folder, write, signal);
    return failed === 0 ? 0 : 1;
  },
};
