import type { Subscription } from '@root-activity-monitor/deployment-config';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { EncryptedTopic } from './encrypted-topic.ts';
import { severityFilter } from './severity-filter.ts';

export interface AlertTopicProps {
  readonly key: IKey;
  readonly subscriptions: readonly Subscription[];
  /** Where SNS parks what it cannot deliver. */
  readonly undelivered: IQueue;
}

/** The topic of those who watch root. Nothing but the notifier publishes to it. */
export class AlertTopic extends Construct {
  readonly topic: EncryptedTopic;

  constructor(scope: Construct, id: string, { key, subscriptions, undelivered }: AlertTopicProps) {
    super(scope, id);
    this.topic = new EncryptedTopic(this, 'Topic', { key, displayName: 'AWS root activity' });
    for (const { minimumSeverity, ...subscriber } of subscriptions) {
      const filterPolicy = severityFilter(minimumSeverity);
      this.topic.subscribe({ ...subscriber, filterPolicy }, undelivered);
    }
  }
}
