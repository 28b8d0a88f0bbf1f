import { Arn, ArnFormat, Stack } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';

/** Regional names, so that role and queue policy can name the rules before they exist. */
export const spokeRuleNames = {
  forwarding: 'root-activity-forwarding',
  alarm: 'root-activity-alarm-forwarding',
} as const;

/** The ARN of a rule on the default event bus of whatever account and Region this is. */
export function defaultBusRuleArn(scope: Construct, name: string): string {
  return Arn.format(
    {
      service: 'events',
      resource: 'rule',
      resourceName: name,
      arnFormat: ArnFormat.SLASH_RESOURCE_NAME,
    },
    Stack.of(scope),
  );
}
