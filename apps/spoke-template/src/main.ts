import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib/core';
import { SpokeStack } from './spoke-stack.ts';

const outdir = join(import.meta.dirname, '..', 'cdk.out');
rmSync(outdir, { recursive: true, force: true });
const app = new App({ outdir, analyticsReporting: false, treeMetadata: false });
new SpokeStack(app, 'RootActivityMonitorSpoke');
app.synth();
