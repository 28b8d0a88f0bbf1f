import { randomUUID } from 'node:crypto';
import { SubscribeCommand, UnsubscribeCommand } from '@aws-sdk/client-sns';
import {
  CreateQueueCommand,
  DeleteQueueCommand,
  GetQueueAttributesCommand,
} from '@aws-sdk/client-sqs';
import { callAws, type Clients, isMissing } from '@root-activity-monitor/command-line/aws';
import { queuePolicy } from './queue-policy.ts';

/** A queue that gets a copy of each simulated alert, until it is removed. */
export interface TemporaryQueue {
  readonly url: string;
  /** Removes the subscription and the queue; what fails is told, with what is left to do. */
  remove(): Promise<readonly string[]>;
}

/**
 * Makes a queue and subscribes it to the alert topic, for simulations only: no real alert is copied.
 * SQS encrypts it with its own key, for a topic under a customer managed key could not send to a
 * queue under another one without a change to its policy. Whatever fails half-way is removed again.
 *
 * @throws UserError
 * @see https://docs.aws.amazon.com/sns/latest/dg/subscribe-sqs-queue-to-sns-topic.html
 */
export async function subscribeTemporaryQueue(
  clients: Clients,
  topicArn: string,
): Promise<TemporaryQueue> {
  const { sqs, sns, endpointUrl } = clients;
  const undo: { readonly what: string; readonly how: () => Promise<unknown> }[] = [];
  const remove = async () => {
    const left: string[] = [];
    for (const { what, how } of undo.splice(0).reverse()) {
      await how().catch((error: unknown) => {
        if (!isMissing(error)) left.push(`${what} could not be removed; remove it by hand`);
      });
    }
    return left;
  };
  const ask = <Answer>(to: string, needs: string, call: () => Promise<Answer>) =>
    callAws({ to, needs, endpointUrl }, call);
  try {
    const name = `root-activity-simulation-${randomUUID()}`;
    const { QueueUrl: url = '' } = await ask(
      'make a temporary queue',
      'sqs:CreateQueue, sqs:SetQueueAttributes',
      async () =>
        sqs.send(
          new CreateQueueCommand({
            QueueName: name,
            Attributes: {
              SqsManagedSseEnabled: 'true',
              // Should the queue be left behind, nothing in it is.
              MessageRetentionPeriod: '3600',
              Policy: queuePolicy(queueArn(topicArn, name), topicArn),
            },
          }),
        ),
    );
    undo.push({
      what: `the queue ${url}`,
      how: () => sqs.send(new DeleteQueueCommand({ QueueUrl: url })),
    });
    const attributes = new GetQueueAttributesCommand({
      QueueUrl: url,
      AttributeNames: ['QueueArn'],
    });
    const { Attributes } = await ask('read the temporary queue', 'sqs:GetQueueAttributes', () =>
      sqs.send(attributes),
    );
    const { SubscriptionArn } = await ask('subscribe to the alert topic', 'sns:Subscribe', () =>
      sns.send(
        new SubscribeCommand({
          TopicArn: topicArn,
          Protocol: 'sqs',
          Endpoint: Attributes?.['QueueArn'],
          ReturnSubscriptionArn: true,
          Attributes: { RawMessageDelivery: 'true', FilterPolicy: '{"simulated":["true"]}' },
        }),
      ),
    );
    undo.push({
      what: `the subscription ${SubscriptionArn ?? ''}`,
      how: () => sns.send(new UnsubscribeCommand({ SubscriptionArn })),
    });
    return { url, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** In the account and Region of the topic. */
function queueArn(topicArn: string, name: string): string {
  const [, partition = '', , region = '', account = ''] = topicArn.split(':');
  return `arn:${partition}:sqs:${region}:${account}:${name}`;
}
