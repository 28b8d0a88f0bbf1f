import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import type { ReachableStack } from '@root-activity-monitor/command-line/cdk';
import { watchedRegions, type DeploymentConfig } from '@root-activity-monitor/deployment-config';
import { managementStackName, managementStackId, rolloutStack } from './rollout-plan.ts';

/** The stacks of these IDs, each with CloudFormation in its own Region. */
export function reachableStacks(
  config: DeploymentConfig,
  stackIds: readonly string[],
): readonly ReachableStack[] {
  const places = new Map([[rolloutStack, { name: rolloutStack, region: config.homeRegion }]]);
  for (const region of watchedRegions(config)) {
    places.set(managementStackId(region), { name: managementStackName, region });
  }
  return stackIds.flatMap((id) => {
    const place = places.get(id);
    if (place === undefined) return [];
    return { ...place, client: new CloudFormationClient({ region: place.region, maxAttempts: 2 }) };
  });
}
