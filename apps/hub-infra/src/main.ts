import { rmSync } from 'node:fs';
import { join } from 'node:path';
import {
  DeploymentConfigError,
  loadDeploymentConfig,
} from '@root-activity-monitor/deployment-config';
import { App } from 'aws-cdk-lib/core';
import { HubStack } from './hub-stack.ts';

const workspaceRoot = join(import.meta.dirname, '..', '..', '..');

function synthesize(): void {
  const { config, isExample } = loadDeploymentConfig(workspaceRoot);
  if (isExample) {
    console.error('No deployment.jsonc: synthesizing the hub of deployment.example.jsonc.');
  }
  const outdir = join(import.meta.dirname, '..', 'cdk.out');
  rmSync(outdir, { recursive: true, force: true });
  const app = new App({ outdir, analyticsReporting: false, treeMetadata: false });
  new HubStack(app, 'RootActivityMonitorHub', {
    config,
    notifierBundle: join(workspaceRoot, 'libs', 'notifier', 'dist'),
  });
  app.synth();
}

try {
  synthesize();
} catch (error) {
  if (!(error instanceof DeploymentConfigError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
