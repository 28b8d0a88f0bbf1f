import { centralEventBusName } from '@root-activity-monitor/deployment-config';
import { ArnFormat, Stack } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';

/** The rules on the central event bus. Fixed names: the queue policies come before the rules. */
export const busRuleNames = {
  notification: 'root-activity-notification',
  simulation: 'root-activity-simulation',
  spokeAlarm: 'root-activity-spoke-alarm',
} as const;

/** The rule on the default event bus that starts the digester. */
export const digestRuleName = 'root-activity-digest';

/** The ARN of a rule on the central event bus of a hub. */
export function busRuleArn(scope: Construct, name: string): string {
  return ruleArn(scope, `${centralEventBusName}/${name}`);
}

/** The ARN of a rule by its resource name: the name alone, or `bus/name`. */
export function ruleArn(scope: Construct, resourceName: string): string {
  return Stack.of(scope).formatArn({
    service: 'events',
    resource: 'rule',
    resourceName,
    arnFormat: ArnFormat.SLASH_RESOURCE_NAME,
  });
}
