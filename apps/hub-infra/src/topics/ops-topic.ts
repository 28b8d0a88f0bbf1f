import type { OpsSubscription } from '@root-activity-monitor/deployment-config';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { ArnFormat, Stack } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { EncryptedTopic } from './encrypted-topic.ts';

export interface OpsTopicProps {
  readonly key: IKey;
  readonly subscriptions: readonly OpsSubscription[];
  /** Where SNS parks what it cannot deliver. */
  readonly undelivered: IQueue;
}

/** The topic for failures of the monitor itself: it never depends on the path that failed. */
export class OpsTopic extends Construct {
  readonly topic: EncryptedTopic;

  constructor(scope: Construct, id: string, { key, subscriptions, undelivered }: OpsTopicProps) {
    super(scope, id);
    this.topic = new EncryptedTopic(this, 'Topic', { key, displayName: 'Root Activity Monitor' });
    const alarms = Stack.of(this).formatArn({
      service: 'cloudwatch',
      resource: 'alarm',
      resourceName: '*',
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
    this.topic.addToResourcePolicy(
      new PolicyStatement({
        sid: 'AlarmsOfThisAccount',
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [this.topic.topicArn],
        conditions: {
          StringEquals: { 'aws:SourceAccount': Stack.of(this).account },
          ArnLike: { 'aws:SourceArn': alarms },
        },
      }),
    );
    // No filters: what alarms and rules publish has no attributes to filter by.
    for (const subscriber of subscriptions) this.topic.subscribe(subscriber, undelivered);
  }

  /**
   * Lets EventBridge publish. AWS documents that a topic policy cannot have conditions for EventBridge,
   * and for a topic under a key of its own that a role at the target may make the delivery fail: of all
   * the ways, only a statement without conditions works whichever page is right (ADR 6). What it gives
   * away is that whoever learns the topic's ARN could have a rule of theirs make noise on it.
   *
   * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html
   */
  acceptEvents(): void {
    this.topic.addToResourcePolicy(
      new PolicyStatement({
        sid: 'AlarmsOfSpokes',
        principals: [new ServicePrincipal('events.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [this.topic.topicArn],
      }),
    );
  }
}
