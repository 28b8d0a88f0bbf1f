import { PublishBatchCommand, type SNSClient } from '@aws-sdk/client-sns';
import { byteLength } from '../alert/cut.ts';

/** One message to one topic. */
export interface OutgoingMessage {
  /** Identifies the message among those published together; at most 80 of `[A-Za-z0-9_-]`. */
  readonly id: string;
  readonly subject?: string;
  readonly message: string;
  readonly messageStructure?: 'json';
  readonly attributes: Readonly<Record<string, string>>;
}

/** Why a message was not published. */
export interface PublishFailure {
  readonly id: string;
  readonly reason: string;
}

export type PublishAll = (
  topicArn: string,
  messages: readonly OutgoingMessage[],
) => Promise<readonly PublishFailure[]>;

/** Limits of PublishBatch: entries, and bytes of all messages with their attributes. */
const mostEntries = 10;
const mostBytes = 262_144;

/**
 * Publishes messages in as few calls as SNS allows and tells which ones failed, so that these alone
 * are tried again.
 *
 * @see https://docs.aws.amazon.com/sns/latest/api/API_PublishBatch.html
 */
export function snsPublisher(client: SNSClient): PublishAll {
  return async (topicArn, messages) => {
    const failures: PublishFailure[] = [];
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
): Promise<readonly PublishFailure[]> {
  try {
    const { Failed = [] } = await client.send(
      new PublishBatchCommand({
        TopicArn: topicArn,
        PublishBatchRequestEntries: batch.map((entry, index) => ({
          Id: String(index),
          ...(entry.subject === undefined ? {} : { Subject: entry.subject }),
          Message: entry.message,
          ...(entry.messageStructure === undefined
            ? {}
            : { MessageStructure: entry.messageStructure }),
          MessageAttributes: Object.fromEntries(
            Object.entries(entry.attributes).map(([name, value]) => [
              name,
              { DataType: 'String', StringValue: value },
            ]),
          ),
        })),
      }),
    );
    return Failed.flatMap(({ Id, Code }) => {
      const entry = batch[Number(Id)];
      return entry === undefined ? [] : [{ id: entry.id, reason: Code ?? 'unknown' }];
    });
  } catch (error) {
    const reason = error instanceof Error ? error.name : 'unknown';
    return batch.map(({ id }) => ({ id, reason }));
  }
}

function* batches(messages: readonly OutgoingMessage[]): Generator<readonly OutgoingMessage[]> {
  let batch: OutgoingMessage[] = [];
  let bytes = 0;
  for (const message of messages) {
    const size = byteLength(JSON.stringify(message));
    if (batch.length === mostEntries || (batch.length > 0 && bytes + size > mostBytes)) {
      yield batch;
      batch = [];
      bytes = 0;
    }
    batch.push(message);
    bytes += size;
  }
  if (batch.length > 0) yield batch;
}
