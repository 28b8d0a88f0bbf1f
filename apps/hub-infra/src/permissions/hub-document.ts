import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  hubStackName,
  exampleFile,
  parseDeploymentConfig,
} from '@root-activity-monitor/deployment-config';
import {
  permissionsText,
  readStacks,
  withSection,
} from '@root-activity-monitor/deployment-permissions';
import { App } from 'aws-cdk-lib/core';
import { HubStack } from '../hub-stack.ts';
import { hubPurposes } from './hub-purposes.ts';

const workspaceRoot = join(import.meta.dirname, '..', '..', '..', '..');

/** The document that shows the permissions of the example configuration. */
export const documentFile = join(workspaceRoot, 'docs', 'deployment.md');

/** The document with what `hub-infra:permissions` prints for the example configuration. */
export function hubDocument(): string {
  const example = readFileSync(join(workspaceRoot, exampleFile), 'utf8');
  const config = parseDeploymentConfig(example, exampleFile);
  const folder = mkdtempSync(join(tmpdir(), 'hub-permissions-'));
  try {
    // Any file passes for the bundle: permissions do not depend on it.
    const notifierBundle = join(folder, 'bundle');
    mkdirSync(notifierBundle);
    writeFileSync(join(notifierBundle, 'index.mjs'), '');
    const outdir = join(folder, 'cdk.out');
    const app = new App({ outdir, analyticsReporting: false, treeMetadata: false });
    new HubStack(app, hubStackName, { config, notifierBundle });
    app.synth();
    const purposes = hubPurposes(config, () => readStacks(outdir));
    const text = permissionsText('npx nx run hub-infra:permissions', purposes);
    return withSection(readFileSync(documentFile, 'utf8'), 'hub-infra:permissions', text);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
