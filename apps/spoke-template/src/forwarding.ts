import { CfnRule } from 'aws-cdk-lib/aws-events';
import { Arn, ArnFormat, Stack } from 'aws-cdk-lib/core';
import { forwardingPattern } from '@root-activity-monitor/event-schema';
import { Construct } from 'constructs';
import { ForwardingRole } from './forwarding-role.ts';
import { UndeliveredEvents } from './undelivered-events.ts';

/** A Regional name, so that role and queue policy can name the rule before it exists. */
export const FORWARDING_RULE_NAME = 'root-activity-forwarding';

export interface ForwardingProps {
  readonly centralEventBusArn: string;
}

/** The rule on the default event bus that forwards root activity, and what becomes of the rest. */
export class Forwarding extends Construct {
  constructor(scope: Construct, id: string, props: ForwardingProps) {
    super(scope, id);
    const ruleArn = Arn.format(
      {
        service: 'events',
        resource: 'rule',
        resourceName: FORWARDING_RULE_NAME,
        arnFormat: ArnFormat.SLASH_RESOURCE_NAME,
      },
      Stack.of(this),
    );
    const role = new ForwardingRole(this, 'Role', {
      ruleArn,
      eventBusArn: props.centralEventBusArn,
    });
    const undelivered = new UndeliveredEvents(this, 'Undelivered', { ruleArn });
    const rule = new CfnRule(this, 'Rule', {
      name: FORWARDING_RULE_NAME,
      description: 'Root Activity Monitor: forwards root activity to the central event bus.',
      eventPattern: forwardingPattern,
      // ENABLED would leave out what a leaked root key does first: calls that only read.
      state: 'ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS',
      targets: [
        {
          id: 'CentralEventBus',
          arn: props.centralEventBusArn,
          roleArn: role.roleArn,
          retryPolicy: { maximumEventAgeInSeconds: 86_400, maximumRetryAttempts: 185 },
          deadLetterConfig: { arn: undelivered.queueArn },
        },
      ],
    });
    // A rule that may not park what it cannot deliver would lose it.
    rule.addResourceDependency(undelivered.policy);
  }
}
