import { createHash } from 'node:crypto';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { CfnSubscription, Subscription, SubscriptionProtocol, Topic } from 'aws-cdk-lib/aws-sns';
import type { Protocol } from '@root-activity-monitor/deployment-config';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';

const protocols: Readonly<Record<Protocol, SubscriptionProtocol>> = {
  email: SubscriptionProtocol.EMAIL,
  'email-json': SubscriptionProtocol.EMAIL_JSON,
  sms: SubscriptionProtocol.SMS,
  https: SubscriptionProtocol.HTTPS,
  sqs: SubscriptionProtocol.SQS,
};

export interface Subscriber {
  readonly protocol: Protocol;
  readonly endpoint: string;
  /** Which message attributes a message must have. @default - every message */
  readonly filterPolicy?: Readonly<Record<string, readonly string[]>>;
}

/** A topic under the monitor's key that refuses plain HTTP. */
export class EncryptedTopic extends Topic {
  constructor(scope: Construct, id: string, props: { key: IKey; displayName: string }) {
    super(scope, id, { masterKey: props.key, displayName: props.displayName, enforceSSL: true });
  }

  /**
   * Subscribes. The ID follows from the endpoint, so that one more subscriber changes no other. What
   * SNS cannot deliver, after all its retries, is parked in `undelivered`. A filter policy always has
   * its scope beside it: without one, CloudFormation cannot change the policy.
   */
  subscribe({ protocol, endpoint, filterPolicy }: Subscriber, undelivered: IQueue): void {
    const hash = createHash('sha256').update(`${protocol}:${endpoint}`).digest('hex');
    const { node } = new Subscription(this, `Subscription${hash.slice(0, 8)}`, {
      topic: this,
      protocol: protocols[protocol],
      endpoint,
      deadLetterQueue: undelivered,
    });
    if (filterPolicy === undefined) return;
    const subscription = node.defaultChild;
    if (!(subscription instanceof CfnSubscription))
      throw new Error(`${node.path} subscribes nobody`);
    subscription.filterPolicy = filterPolicy;
    subscription.filterPolicyScope = 'MessageAttributes';
  }
}
