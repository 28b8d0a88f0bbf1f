import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Duration } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { EncryptedQueue } from './encrypted-queue.ts';

/**
 * Where SNS parks a message that it could not deliver to a subscriber after all its retries.
 *
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-dead-letter-queues.html
 */
export class UndeliveredMessages extends EncryptedQueue {
  constructor(scope: Construct, id: string, key: IKey) {
    super(scope, id, { key, retentionPeriod: Duration.days(14) });
  }
}
