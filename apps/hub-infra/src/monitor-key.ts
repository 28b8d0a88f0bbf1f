import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { ArnFormat, Stack, type RemovalPolicy } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';

const useActions = ['kms:Decrypt', 'kms:GenerateDataKey'];

/**
 * The one key of queues, topics and state. A service that sends to an encrypted queue or topic needs the
 * key policy to name it; a key managed by AWS names none, so that their messages are lost.
 *
 * In a key policy, resource `*` is the key itself.
 *
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html
 */
export class MonitorKey extends Construct {
  readonly key: Key;

  constructor(scope: Construct, id: string, removalPolicy: RemovalPolicy) {
    super(scope, id);
    this.key = new Key(this, 'Resource', {
      description: 'Root Activity Monitor: queues, topics and state of the hub.',
      enableKeyRotation: true,
      // State that outlives the stack could not be read without it.
      removalPolicy,
    });
    // Condition keys for the source are not supported where EventBridge is the sender.
    this.key.addToResourcePolicy(
      new PolicyStatement({
        sid: 'EventBridgeSendsToQueuesAndTopics',
        principals: [new ServicePrincipal('events.amazonaws.com')],
        actions: useActions,
        resources: ['*'],
      }),
    );
    this.key.addToResourcePolicy(
      new PolicyStatement({
        sid: 'TopicsParkUndeliveredMessages',
        principals: [new ServicePrincipal('sns.amazonaws.com')],
        actions: useActions,
        resources: ['*'],
      }),
    );
    const alarms = Stack.of(this).formatArn({
      service: 'cloudwatch',
      resource: 'alarm',
      resourceName: '*',
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
    this.key.addToResourcePolicy(
      new PolicyStatement({
        sid: 'AlarmsPublishToTopics',
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: useActions,
        resources: ['*'],
        conditions: {
          StringEquals: { 'aws:SourceAccount': Stack.of(this).account },
          ArnLike: { 'aws:SourceArn': alarms },
        },
      }),
    );
  }
}
