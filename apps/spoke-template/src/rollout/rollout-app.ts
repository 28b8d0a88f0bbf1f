import { watchedRegions, type DeploymentConfig } from '@root-activity-monitor/deployment-config';
import { App } from 'aws-cdk-lib/core';
import { quiet } from '../spoke-app.ts';
import { ManagementSpokeStack } from './management-spoke-stack.ts';
import { managementStackId, rolloutStack } from './rollout-plan.ts';
import { RolloutStack } from './rollout-stack.ts';

/** The app that rolls a synthesized template out. @default outdir - a temporary folder */
export function rolloutApp(config: DeploymentConfig, templateBody: string, outdir?: string): App {
  const app = new App({ ...quiet, outdir });
  new RolloutStack(app, rolloutStack, { config, templateBody });
  for (const region of watchedRegions(config)) {
    new ManagementSpokeStack(app, managementStackId(region), { config, region });
  }
  return app;
}
