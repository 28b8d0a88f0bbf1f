import type { DeploymentConfig } from './config-schema.ts';
import { partitionOfDeployment } from './watched-regions.ts';

/** The name of the central event bus; fixed, because every spoke is told it before it exists. */
export const CENTRAL_EVENT_BUS_NAME = 'root-activity';

/** The ARN of the central event bus of a deployment. */
export function centralEventBusArn(
  config: Pick<DeploymentConfig, 'homeRegion' | 'hubAccountId'>,
): string {
  const partition = partitionOfDeployment(config);
  return `arn:${partition}:events:${config.homeRegion}:${config.hubAccountId}:event-bus/${CENTRAL_EVENT_BUS_NAME}`;
}
