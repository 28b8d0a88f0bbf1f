import { CfnQueue, CfnQueuePolicy } from 'aws-cdk-lib/aws-sqs';
import { Duration } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';

export interface UndeliveredEventsProps {
  /** The only rules that may park events here. */
  readonly ruleArns: readonly string[];
}

/**
 * The dead-letter queue of the forwarding rules: in their Region, standard, encrypted by SQS itself. A
 * customer managed key would cost more in every account and Region than all the rest together.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-dlq.html
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-configure-sqs-sse-queue.html
 */
export class UndeliveredEvents extends Construct {
  readonly queueArn: string;
  readonly queueName: string;
  readonly policy: CfnQueuePolicy;

  constructor(scope: Construct, id: string, props: UndeliveredEventsProps) {
    super(scope, id);
    const queue = new CfnQueue(this, 'Resource', {
      sqsManagedSseEnabled: true,
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
