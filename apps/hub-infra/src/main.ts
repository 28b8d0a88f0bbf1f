import { rmSync } from 'node:fs';
import { join } from 'node:path';
import {
  DeploymentConfigError,
  loadDeploymentConfig,
} from '@root-activity-monitor/deployment-config';
import { checkedSynth, explained } from '@root-activity-monitor/synth-checks';
import { App } from 'aws-cdk-lib/core';
import { acknowledgedFindings } from './acknowledged-findings.ts';
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
  checkedSynth(app, acknowledgedFindings);
}

try {
  synthesize();
} catch (error) {
  const message = error instanceof DeploymentConfigError ? error.message : explained(error);
  if (message === undefined) throw error;
  console.error(message);
  process.exitCode = 1;
}
