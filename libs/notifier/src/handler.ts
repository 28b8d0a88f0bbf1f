import { SNSClient } from '@aws-sdk/client-sns';
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { readEnvironment } from './edge/environment.ts';
import { jsonLog } from './edge/log.ts';
import { snsPublisher } from './edge/sns-publisher.ts';
import { notifyBatch, type Services } from './notify-batch.ts';

// On cold start.
const services: Services = {
  environment: readEnvironment(process.env),
  publishAll: snsPublisher(new SNSClient({ maxAttempts: 3 })),
  log: jsonLog((line) => process.stdout.write(`${line}\n`)),
  now: Date.now,
};

/**
 * The Lambda entry: takes a batch of the notification queue and hands back what failed.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html
 */
export async function handler(event: SQSEvent): Promise<SQSBatchResponse> {
  const failed = await notifyBatch(event.Records, services);
  return { batchItemFailures: [...failed].map((itemIdentifier) => ({ itemIdentifier })) };
}
