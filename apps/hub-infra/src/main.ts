import { join } from 'node:path';
import { hubStackName } from '@root-activity-monitor/deployment-config';
import { synthesize } from '@root-activity-monitor/synth-checks';
import { App } from 'aws-cdk-lib/core';
import { acknowledgedFindings } from './acknowledged-findings.ts';
import { HubStack } from './hub-stack.ts';

const workspaceRoot = join(import.meta.dirname, '..', '..', '..');
const outdir = join(import.meta.dirname, '..', 'cdk.out');

synthesize({
  workspaceRoot,
  outdir,
  acknowledged: acknowledgedFindings,
  make: (config) => {
    const app = new App({ outdir, analyticsReporting: false, treeMetadata: false });
    const notifierBundle = join(workspaceRoot, 'libs', 'notifier', 'dist');
    new HubStack(app, hubStackName, { config, notifierBundle });
    return app;
  },
});
