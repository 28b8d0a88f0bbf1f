import { PublishBatchCommand, type SNSClient } from '@aws-sdk/client-sns';
import { byteLength } from '../alert/text.ts';
import type { OutgoingMessage, Publish } from '../ports/services.ts';

/** Limits of PublishBatch: entries, and bytes of all messages with their attributes. */
const maxEntries = 10;
const maxBytes = 262_144;

/**
 * Publishes messages in as few calls as SNS allows, and says of each one why it was not taken, so
 * that these alone are tried again.
 *
 * @see https://docs.aws.amazon.com/sns/latest/api/API_PublishBatch.html
 */
export function snsPublisher(client: SNSClient): Publish {
  return async (topicArn, messages) => {
    const failures: (string | undefined)[] = [];
    for (const batch of batches(messages)) {
      failures.push(...(await publishBatch(client, topicArn, batch)));
    }
    return failures;
  };
}

async function publishBatch(
  client: SNSClient,
  topicArn: string,
  batch: readonly OutgoingMessage[],
): Promise<readonly (string | undefined)[]> {
  try {
    const { Failed = [] } = await client.send(
      new PublishBatchCommand({
        TopicArn: topicArn,
        PublishBatchRequestEntries: batch.map((message, index) => ({
          Id: `${index}`,
          Subject: message.subject,
          Message: message.message,
          MessageStructure: message.messageStructure,
          MessageAttributes: Object.fromEntries(
            Object.entries(message.attributes).map(([name, value]) => [
              name,
              { DataType: 'String', StringValue: value },
            ]),
          ),
        })),
      }),
    );
    const reasons = new Map(Failed.map(({ Id, Code }) => [Id, Code ?? 'unknown']));
    return batch.map((_, index) => reasons.get(`${index}`));
  } catch (error) {
    const reason = error instanceof Error ? error.name : 'unknown';
    return batch.map(() => reason);
  }
}

function* batches(messages: readonly OutgoingMessage[]): Generator<readonly OutgoingMessage[]> {
  let batch: OutgoingMessage[] = [];
  let bytes = 0;
  for (const message of messages) {
    const size = byteLength(JSON.stringify(message));
    if (batch.length === maxEntries || (batch.length > 0 && bytes + size > maxBytes)) {
      yield batch;
      batch = [];
      bytes = 0;
    }
    batch.push(message);
    bytes += size;
  }
  if (batch.length > 0) yield batch;
}
