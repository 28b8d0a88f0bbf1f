import { watchedRegions, type DeploymentConfig } from '@root-activity-monitor/deployment-config';
import { App } from 'aws-cdk-lib/core';
import { ManagementSpokeStack } from './rollout/management-spoke-stack.ts';
import { managementStackId, rolloutStack } from './rollout/rollout-plan.ts';
import { RolloutStack } from './rollout/rollout-stack.ts';
import { SpokeStack } from './spoke-stack.ts';

/** The spoke's stack; its template is what the StackSet rolls out. */
export const spokeStack = 'RootActivityMonitorSpoke';

const quiet = { analyticsReporting: false, treeMetadata: false };

/** The app of the template itself. @default outdir - a temporary folder */
export function spokeApp(config: DeploymentConfig, outdir?: string): App {
  const app = new App({ ...quiet, outdir });
  const { spokeAlarms: alarm, encryptParkedEvents } = config.operations;
  new SpokeStack(app, spokeStack, { alarm, encryptParkedEvents });
  return app;
}

/** The app that rolls a synthesized template out. @default outdir - a temporary folder */
export function rolloutApp(config: DeploymentConfig, templateBody: string, outdir?: string): App {
  const app = new App({ ...quiet, outdir });
  new RolloutStack(app, rolloutStack, { config, templateBody });
  for (const region of watchedRegions(config)) {
    new ManagementSpokeStack(app, managementStackId(region), { config, region });
  }
  return app;
}
