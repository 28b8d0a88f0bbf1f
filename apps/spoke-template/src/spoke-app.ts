import type { DeploymentConfig } from '@root-activity-monitor/deployment-config';
import { App } from 'aws-cdk-lib/core';
import { SpokeStack } from './spoke-stack.ts';

/** The spoke's stack; its template is what the StackSet rolls out. */
export const spokeStack = 'RootActivityMonitorSpoke';

/** What CDK adds to templates by itself, left out. */
export const quiet = { analyticsReporting: false, treeMetadata: false };

/** The app of the template itself. @default outdir - a temporary folder */
export function spokeApp(config: DeploymentConfig, outdir?: string): App {
  const app = new App({ ...quiet, outdir });
  const { spokeAlarms: alarm, encryptParkedEvents } = config.operations;
  new SpokeStack(app, spokeStack, { alarm, encryptParkedEvents });
  return app;
}
