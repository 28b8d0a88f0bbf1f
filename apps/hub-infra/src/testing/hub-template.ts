import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  hubStackName,
  DeploymentConfigSchema,
  type DeploymentConfig,
} from '@root-activity-monitor/deployment-config';
import { Template } from 'aws-cdk-lib/assertions';
import { App } from 'aws-cdk-lib/core';
import { HubStack } from '../hub-stack.ts';

/** A valid configuration, and what a test changes. */
export function hubConfig(changed: Readonly<Record<string, unknown>> = {}): DeploymentConfig {
  return DeploymentConfigSchema.parse({
    organizationId: 'o-exampleorg1',
    managementAccountId: '111122223333',
    hubAccountId: '123456789012',
    homeRegion: 'eu-west-1',
    alerts: { subscriptions: [{ protocol: 'email', endpoint: 'security@example.com' }] },
    operations: { subscriptions: [{ protocol: 'email', endpoint: 'platform@example.com' }] },
    ...changed,
  });
}

/** A folder that passes for the notifier's bundle. */
function emptyBundle(): string {
  const bundle = mkdtempSync(join(tmpdir(), 'notifier-bundle-'));
  writeFileSync(join(bundle, 'index.mjs'), 'export const handler = async () => ({});\n');
  process.once('exit', () => rmSync(bundle, { recursive: true, force: true }));
  return bundle;
}

const bundle = emptyBundle();

/** The hub's stack with a bundle that does nothing. */
export function hubStack(changed: Readonly<Record<string, unknown>> = {}): HubStack {
  const app = new App();
  return new HubStack(app, hubStackName, {
    config: hubConfig(changed),
    notifierBundle: bundle,
  });
}

/** The hub's template as it is deployed. */
export function hubTemplate(changed: Readonly<Record<string, unknown>> = {}): Template {
  return Template.fromStack(hubStack(changed));
}
