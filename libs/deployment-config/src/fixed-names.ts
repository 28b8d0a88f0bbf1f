import type { DeploymentConfig } from './schema/config-schema.ts';
import { partitionOfDeployment } from './schema/regions.ts';

/** The name of the hub's CloudFormation stack. */
export const hubStackName = 'RootActivityMonitorHub';

/** The name of the central event bus; fixed, because every spoke is told it before it exists. */
export const centralEventBusName = 'root-activity';

/** The alarm of every spoke; the same in every account and Region, so that the hub knows it. */
export const spokeAlarmName = 'root-activity-undelivered';

/** The ARN of the central event bus of a deployment. */
export function centralEventBusArn(
  config: Pick<DeploymentConfig, 'homeRegion' | 'hubAccountId'>,
): string {
  const partition = partitionOfDeployment(config);
  return `arn:${partition}:events:${config.homeRegion}:${config.hubAccountId}:event-bus/${centralEventBusName}`;
}

/**
 * What a spoke forwards and the hub takes when the alarm goes off. Only AWS itself can send it.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch-and-eventbridge.html
 */
export const spokeAlarmPattern = {
  source: ['aws.cloudwatch'],
  'detail-type': ['CloudWatch Alarm State Change'],
  detail: { alarmName: [spokeAlarmName], state: { value: ['ALARM'] } },
} as const;
