import { rmSync } from 'node:fs';
import { join } from 'node:path';
import {
  DeploymentConfigError,
  loadDeploymentConfig,
} from '@root-activity-monitor/deployment-config';
import { App } from 'aws-cdk-lib/core';
import { SpokeStack } from './spoke-stack.ts';

const appRoot = join(import.meta.dirname, '..');

function synthesize(): void {
  const { config } = loadDeploymentConfig(join(appRoot, '..', '..'));
  const outdir = join(appRoot, 'cdk.out');
  rmSync(outdir, { recursive: true, force: true });
  const app = new App({ outdir, analyticsReporting: false, treeMetadata: false });
  new SpokeStack(app, 'RootActivityMonitorSpoke', { alarm: config.operations.spokeAlarms });
  app.synth();
}

try {
  synthesize();
} catch (error) {
  if (!(error instanceof DeploymentConfigError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
