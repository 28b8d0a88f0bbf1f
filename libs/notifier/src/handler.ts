import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SNSClient } from '@aws-sdk/client-sns';
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { dynamoDbStore } from './adapters/dynamodb-store.ts';
import { readEnvironment } from './adapters/environment.ts';
import { jsonLog } from './adapters/log.ts';
import { snsPublisher } from './adapters/sns-publisher.ts';
import { sendDigests } from './digest/send-digests.ts';
import { notifyBatch } from './notify-batch.ts';
import type { Services } from './ports/services.ts';

// On cold start.
const { settings, stateTableName } = readEnvironment(process.env);
const services: Services = {
  settings,
  publish: snsPublisher(new SNSClient({ maxAttempts: 3 })),
  state: dynamoDbStore(new DynamoDBClient({ maxAttempts: 3 }), stateTableName, settings.policy),
  log: jsonLog((line) => process.stdout.write(`${line}\n`)),
  now: Date.now,
};

/**
 * The notifier: takes a batch of the notification queue and hands back what failed.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html
 */
export async function handler(event: SQSEvent): Promise<SQSBatchResponse> {
  const failed = await notifyBatch(event.Records, services);
  return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
}

/** The digester: called on a schedule, sends the digests that are due. */
export async function digest(): Promise<void> {
  await sendDigests(services);
}
