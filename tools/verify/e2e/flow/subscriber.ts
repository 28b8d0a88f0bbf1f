import { randomUUID } from 'node:crypto';
import { SubscribeCommand } from '@aws-sdk/client-sns';
import {
  CreateQueueCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
} from '@aws-sdk/client-sqs';
import * as z from 'zod';
import type { Clients } from '@root-activity-monitor/command-line/aws';
import { required } from '../checks/assert.ts';

const Notification = z.looseObject({
  Subject: z.string(),
  Message: z.string(),
  MessageAttributes: z.record(z.string(), z.looseObject({ Value: z.string() })),
});

/** A message as a subscriber of the alert topic receives it. */
export type Alert = z.infer<typeof Notification>;

/** Subscribes a queue to the topic. @returns a function that empties the queue */
export async function subscribeQueue(
  { sns, sqs }: Clients,
  TopicArn: string,
): Promise<() => Promise<readonly Alert[]>> {
  const { QueueUrl } = await sqs.send(
    new CreateQueueCommand({ QueueName: `e2e-subscriber-${randomUUID()}` }),
  );
  const { Attributes } = await sqs.send(
    new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['QueueArn'] }),
  );
  const Endpoint = required(Attributes?.['QueueArn'], "the subscriber's queue");
  await sns.send(new SubscribeCommand({ TopicArn, Protocol: 'sqs', Endpoint }));
  return async () => {
    const alerts: Alert[] = [];
    for (;;) {
      const { Messages = [] } = await sqs.send(
        new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }),
      );
      if (Messages.length === 0) return alerts;
      for (const { Body = '', ReceiptHandle } of Messages) {
        alerts.push(Notification.parse(JSON.parse(Body)));
        await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
      }
    }
  };
}
