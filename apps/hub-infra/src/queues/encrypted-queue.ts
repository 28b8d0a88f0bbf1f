import { Effect, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import {
  CfnQueuePolicy,
  Queue,
  QueueEncryption,
  type DeadLetterQueue,
  type RedriveAllowPolicy,
} from 'aws-cdk-lib/aws-sqs';
import { RemovalPolicy, type Duration } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';

export interface EncryptedQueueProps {
  readonly key: IKey;
  readonly retentionPeriod: Duration;
  /** @default 30 seconds */
  readonly visibilityTimeout?: Duration;
  /** @default - messages that fail stay until they expire */
  readonly deadLetterQueue?: DeadLetterQueue;
  /** @default - any queue of the account may name this one as its dead-letter queue */
  readonly redriveAllowPolicy?: RedriveAllowPolicy;
}

/** A standard queue under the monitor's key that refuses plain HTTP. */
export class EncryptedQueue extends Queue {
  constructor(scope: Construct, id: string, props: EncryptedQueueProps) {
    super(scope, id, {
      ...props,
      encryption: QueueEncryption.KMS,
      encryptionMasterKey: props.key,
      enforceSSL: true,
      removalPolicy: RemovalPolicy.DESTROY,
    });
  }

  /**
   * Lets EventBridge send what these rules match, and nobody else. Within one account and Region a
   * rule needs no role for that.
   *
   * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html
   */
  acceptEventsFrom(ruleArns: readonly string[]): void {
    this.addToResourcePolicy(
      new PolicyStatement({
        sid: 'RulesOfTheCentralEventBus',
        effect: Effect.ALLOW,
        principals: [new ServicePrincipal('events.amazonaws.com')],
        actions: ['sqs:SendMessage'],
        resources: [this.queueArn],
        conditions: { ArnEquals: { 'aws:SourceArn': ruleArns } },
      }),
    );
  }

  /** The policy itself, for whoever must not come before it. */
  get queuePolicy(): CfnQueuePolicy {
    const policy = this.node.findChild('Policy').node.defaultChild;
    if (!(policy instanceof CfnQueuePolicy)) throw new Error(`${this.node.path} has no policy`);
    return policy;
  }
}
