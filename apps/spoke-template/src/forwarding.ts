import { CfnRule } from 'aws-cdk-lib/aws-events';
import type { EventPattern } from '@root-activity-monitor/event-schema';
import { Construct } from 'constructs';
import type { ForwardingRole } from './forwarding-role.ts';
import type { UndeliveredEvents } from './undelivered-events.ts';

export interface ForwardingProps {
  readonly ruleName: string;
  readonly description: string;
  readonly eventPattern: EventPattern;
  /** ENABLED would leave out what a leaked root key does first: calls that only read. */
  readonly state: 'ENABLED' | 'ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS';
  readonly centralEventBusArn: string;
  readonly role: ForwardingRole;
  readonly undelivered: UndeliveredEvents;
}

/**
 * A rule on the default event bus that forwards events unchanged to the central event bus.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-cross-account.html
 */
export class Forwarding extends Construct {
  constructor(scope: Construct, id: string, props: ForwardingProps) {
    super(scope, id);
    const rule = new CfnRule(this, 'Rule', {
      name: props.ruleName,
      description: props.description,
      eventPattern: props.eventPattern,
      state: props.state,
      targets: [
        {
          id: 'CentralEventBus',
          arn: props.centralEventBusArn,
          roleArn: props.role.roleArn,
          retryPolicy: { maximumEventAgeInSeconds: 86_400, maximumRetryAttempts: 185 },
          deadLetterConfig: { arn: props.undelivered.queueArn },
        },
      ],
    });
    // A rule that may not park what it cannot deliver would lose it.
    rule.addResourceDependency(props.undelivered.policy);
  }
}
