import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { ILogGroup } from 'aws-cdk-lib/aws-logs';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Stack } from 'aws-cdk-lib/core';
import type { StateTable } from '../state/state-table.ts';

/** Allows receiving and deleting the messages of a queue. */
export function readQueue(queue: IQueue): PolicyStatement {
  return new PolicyStatement({
    sid: 'ReadNotifications',
    actions: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
    resources: [queue.queueArn],
  });
}

/** Allows publishing to topics, one message or a batch. */
export function publish(topics: readonly ITopic[]): PolicyStatement {
  return new PolicyStatement({
    sid: 'PublishAlerts',
    actions: ['sns:Publish'],
    resources: topics.map(({ topicArn }) => topicArn),
  });
}

/** Allows reading and publishing encrypted messages. */
export function useKeyForMessages(key: IKey): PolicyStatement {
  return new PolicyStatement({
    sid: 'UseKeyForMessages',
    actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
    resources: [key.keyArn],
  });
}

/**
 * Allows use of an encrypted table, through DynamoDB only.
 *
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/encryption.usagenotes.html
 */
export function useKeyForState(key: IKey): PolicyStatement {
  return new PolicyStatement({
    sid: 'UseKeyForState',
    actions: ['kms:Encrypt', 'kms:ReEncryptFrom', 'kms:ReEncryptTo', 'kms:DescribeKey'],
    resources: [key.keyArn],
    conditions: {
      StringEquals: {
        'kms:ViaService': `dynamodb.${Stack.of(key).region}.${Stack.of(key).urlSuffix}`,
      },
    },
  });
}

/** Allows these actions on the items of the state table. */
export function changeState({ table }: StateTable, actions: readonly string[]): PolicyStatement {
  return new PolicyStatement({
    sid: 'ChangeState',
    actions: actions.map((action) => `dynamodb:${action}`),
    resources: [table.tableArn],
  });
}

/** Allows finding items of the state table by its index. */
export function findState({ indexArn }: StateTable): PolicyStatement {
  return new PolicyStatement({
    sid: 'FindState',
    actions: ['dynamodb:Query'],
    resources: [indexArn],
  });
}

/** Allows writing to one log group. */
export function writeLog(logGroup: ILogGroup): PolicyStatement {
  return new PolicyStatement({
    sid: 'WriteLog',
    actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
    resources: [logGroup.logGroupArn],
  });
}
