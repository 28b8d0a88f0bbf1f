import { DeleteMessageCommand, SendMessageCommand } from '@aws-sdk/client-sqs';
import { type Clients, explainAwsError } from '@root-activity-monitor/command-line/aws';
import type { ParkedEvent } from './parked-event.ts';

/** Where a parked event comes from and goes to. */
export interface Route {
  readonly fromUrl: string;
  readonly toUrl: string;
}

/**
 * Sends a parked event into the notification queue, and only then deletes it where it was parked.
 * An interruption in between leaves it in both: the notifier recognizes its event ID and alerts once.
 *
 * @returns why it stays parked, or is in both; undefined on success
 */
export async function sendAgain(
  { sqs, endpointUrl }: Clients,
  { fromUrl, toUrl }: Route,
  { body, receiptHandle }: ParkedEvent,
): Promise<string | undefined> {
  try {
    await sqs.send(new SendMessageCommand({ QueueUrl: toUrl, MessageBody: body }));
  } catch (error) {
    const needs = 'sqs:SendMessage and kms:GenerateDataKey';
    return explainAwsError({ to: 'send it to the notification queue', needs, endpointUrl }, error);
  }
  try {
    await sqs.send(new DeleteMessageCommand({ QueueUrl: fromUrl, ReceiptHandle: receiptHandle }));
  } catch (error) {
    const purpose = {
      to: 'delete it from the dead-letter queue',
      needs: 'sqs:DeleteMessage',
      endpointUrl,
    };
    return `It was sent, and is still parked too. ${explainAwsError(purpose, error)}`;
  }
  return undefined;
}
