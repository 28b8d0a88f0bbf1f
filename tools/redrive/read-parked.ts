import { ChangeMessageVisibilityCommand, ReceiveMessageCommand } from '@aws-sdk/client-sqs';
import { callAws, type Clients } from '@root-activity-monitor/command-line/aws';
import { readParked, type ParkedEvent, type ParkedQueue } from './parked-event.ts';

export interface ParkedSource {
  readonly queue: ParkedQueue;
  readonly url: string;
  readonly notificationQueueArn: string;
}

/** Long enough to read a long queue; what a killed run holds becomes visible after it. */
const holdSeconds = 300;

/**
 * What is in a dead-letter queue, ten at a time, until it is empty or `limit` is reached. Each is
 * held, so that it comes once; `release` what is to stay.
 */
export async function* readQueue(
  { sqs, endpointUrl }: Clients,
  { queue, url, notificationQueueArn }: ParkedSource,
  limit: number,
): AsyncGenerator<readonly ParkedEvent[]> {
  const seen = new Set<string>();
  for (let more = true; more && seen.size < limit;) {
    const command = new ReceiveMessageCommand({
      QueueUrl: url,
      MaxNumberOfMessages: Math.min(10, limit - seen.size),
      VisibilityTimeout: holdSeconds,
      // Any wait at all asks every server of SQS, so that an empty answer means an empty queue.
      WaitTimeSeconds: 1,
      MessageAttributeNames: ['All'],
      MessageSystemAttributeNames: ['SentTimestamp', 'ApproximateReceiveCount'],
    });
    const purpose = {
      to: 'read a dead-letter queue',
      needs: 'sqs:ReceiveMessage and kms:Decrypt',
      endpointUrl,
    };
    const { Messages = [] } = await callAws(purpose, () => sqs.send(command));
    const parked = Messages.map((message) =>
      readParked(message, queue, notificationQueueArn),
    ).filter(({ messageId }) => !seen.has(messageId));
    for (const { messageId } of parked) seen.add(messageId);
    more = Messages.length > 0;
    if (parked.length > 0) yield parked;
  }
}

/** Makes held messages visible at once. One that cannot be released becomes visible by itself. */
export async function release(
  { sqs }: Clients,
  url: string,
  held: readonly ParkedEvent[],
): Promise<void> {
  for (const { receiptHandle } of held) {
    const command = new ChangeMessageVisibilityCommand({
      QueueUrl: url,
      ReceiptHandle: receiptHandle,
      VisibilityTimeout: 0,
    });
    await sqs.send(command).catch(() => undefined);
  }
}
