import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exampleFile, parseDeploymentConfig } from '@root-activity-monitor/deployment-config';
import {
  permissionsText,
  readStacks,
  withSection,
} from '@root-activity-monitor/deployment-permissions';
import { rolloutApp } from '../rollout/rollout-app.ts';
import { spokeApp, spokeStack } from '../spoke-app.ts';
import { folders } from '../folders.ts';
import { rolloutPurposes } from './rollout-purposes.ts';

/** The document that shows the permissions of the example configuration. */
export const documentFile = join(folders.workspaceRoot, 'docs', 'deployment.md');

/** The document with what `spoke-template:permissions` prints for the example configuration. */
export function rolloutDocument(): string {
  const example = readFileSync(join(folders.workspaceRoot, exampleFile), 'utf8');
  const config = parseDeploymentConfig(example, exampleFile);
  const folder = mkdtempSync(join(tmpdir(), 'rollout-permissions-'));
  try {
    const spoke: unknown = spokeApp(config, join(folder, 'spoke'))
      .synth()
      .getStackByName(spokeStack).template;
    rolloutApp(config, JSON.stringify(spoke), join(folder, 'rollout')).synth();
    const purposes = rolloutPurposes(config, () => readStacks(join(folder, 'rollout')));
    const text = permissionsText('npx nx run spoke-template:permissions', purposes);
    return withSection(readFileSync(documentFile, 'utf8'), 'spoke-template:permissions', text);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
