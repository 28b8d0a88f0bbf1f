import { CfnQueue, CfnQueuePolicy } from 'aws-cdk-lib/aws-sqs';
import { Duration } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';

export interface UndeliveredEventsProps {
  /** The only rules that may park events here. */
  readonly ruleArns: readonly string[];
  /** Whether SQS encrypts what is parked. */
  readonly encrypted: boolean;
}

/**
 * The dead-letter queue of the forwarding rules, in their Region. It is not encrypted unless the
 * configuration says so: that is the only setting with which every page of AWS says that EventBridge
 * can park (ADR 7). A customer managed key would cost more in every account and Region than all the
 * rest together.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-dlq.html
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-targets.html
 */
export class UndeliveredEvents extends Construct {
  readonly queueArn: string;
  readonly queueName: string;
  readonly policy: CfnQueuePolicy;

  constructor(scope: Construct, id: string, props: UndeliveredEventsProps) {
    super(scope, id);
    const queue = new CfnQueue(this, 'Resource', {
      // Left out, it is on.
      sqsManagedSseEnabled: props.encrypted,
      messageRetentionPeriod: Duration.days(14).toSeconds(),
    });
    this.queueArn = queue.attrArn;
    this.queueName = queue.attrQueueName;
    this.policy = new CfnQueuePolicy(this, 'Policy', {
      queues: [queue.ref],
      policyDocument: {
        Version: '2012-10-17',
        Statement: [
          {
            Sid: 'ForwardingRules',
            Effect: 'Allow',
            Principal: { Service: 'events.amazonaws.com' },
            Action: 'sqs:SendMessage',
            Resource: queue.attrArn,
            Condition: { ArnEquals: { 'aws:SourceArn': props.ruleArns } },
          },
          {
            Sid: 'OnlyTls',
            Effect: 'Deny',
            Principal: '*',
            Action: 'sqs:*',
            Resource: queue.attrArn,
            Condition: { Bool: { 'aws:SecureTransport': 'false' } },
          },
        ],
      },
    });
  }
}
