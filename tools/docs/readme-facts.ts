import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { loadFixtures } from '@root-activity-monitor/event-fixtures';
import { catalogue } from '@root-activity-monitor/notifier';
import * as z from 'zod';
import type { ReadmeFacts } from './readme.ts';

const maxMilliseconds = 120_000;

/** The arguments of the simulation that the README shows. */
export const simulatedArguments = ['--account', '123'] as const;

/**
 * Counts, reads and simulates, with the templates that were synthesized last.
 *
 * @throws Error where the simulator does not end as expected
 */
export async function readmeFacts(workspaceRoot: string): Promise<ReadmeFacts> {
  const manifest: unknown = JSON.parse(readFileSync(join(workspaceRoot, 'package.json'), 'utf8'));
  const { engines } = z.object({ engines: z.object({ node: z.string() }) }).parse(manifest);
  const program = join(workspaceRoot, 'tools', 'simulate', 'simulate.mjs');
  const { stdout } = await promisify(execFile)(process.execPath, [program, ...simulatedArguments], {
    cwd: workspaceRoot,
    timeout: maxMilliseconds,
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' },
  });
  return {
    detections: catalogue.length,
    fixtures: loadFixtures().length,
    node: engines.node,
    simulation: stdout,
  };
}
