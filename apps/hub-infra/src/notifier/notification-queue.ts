import type { IKey } from 'aws-cdk-lib/aws-kms';
import { RedrivePermission } from 'aws-cdk-lib/aws-sqs';
import { Duration } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { busRuleArn, busRuleNames, digestRuleName, ruleArn } from '../event-bus/rule-names.ts';
import { notifierTimeout } from './notifier-environment.ts';
import { EncryptedQueue } from '../queues/encrypted-queue.ts';

/** The longest that SQS keeps a message. */
const maxRetention = Duration.days(14);

export interface NotificationQueueProps {
  readonly key: IKey;
}

/**
 * The queue between the notification rules and the notifier, and the two places where an event is
 * parked: what a rule could not deliver, and what the notifier failed on again and again.
 */
export class NotificationQueue extends Construct {
  readonly queue: EncryptedQueue;
  readonly failed: EncryptedQueue;
  readonly undelivered: EncryptedQueue;

  constructor(scope: Construct, id: string, { key }: NotificationQueueProps) {
    super(scope, id);
    this.failed = new EncryptedQueue(this, 'Failed', {
      key,
      retentionPeriod: maxRetention,
      redriveAllowPolicy: { redrivePermission: RedrivePermission.ALLOW_ALL },
    });
    this.undelivered = new EncryptedQueue(this, 'Undelivered', {
      key,
      retentionPeriod: maxRetention,
      redriveAllowPolicy: { redrivePermission: RedrivePermission.DENY_ALL },
    });
    this.queue = new EncryptedQueue(this, 'Queue', {
      key,
      // A parked message keeps the age it had here, so that parking must come long before expiry.
      retentionPeriod: Duration.days(4),
      // Six times the timeout, as AWS advises: a batch that is still worked on never shows again.
      visibilityTimeout: Duration.seconds(6 * notifierTimeout.toSeconds()),
      deadLetterQueue: { queue: this.failed, maxReceiveCount: 10 },
    });
    const { notification, simulation, spokeAlarm } = busRuleNames;
    const filling = [notification, simulation].map((name) => busRuleArn(this, name));
    this.queue.acceptEventsFrom(filling);
    this.undelivered.acceptEventsFrom([
      ...filling,
      busRuleArn(this, spokeAlarm),
      ruleArn(this, digestRuleName),
    ]);
  }
}
