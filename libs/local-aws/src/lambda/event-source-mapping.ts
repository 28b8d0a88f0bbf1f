import { createHash } from 'node:crypto';
import * as z from 'zod';
import { resourcesOf, type Stack } from '../cloudformation/stack.ts';
import { authorize } from '../iam/authorize.ts';
import { authorizeKeyUse } from '../kms/key.ts';
import type { QueueMessage } from '../sqs/message-queue.ts';
import type { Queue } from '../sqs/queue.ts';
import type { LambdaFunction } from './function.ts';

const MappingPropertiesSchema = z.looseObject({
  EventSourceArn: z.string(),
  FunctionName: z.string(),
  Enabled: z.boolean().default(true),
  BatchSize: z.coerce.number().int().min(1).default(10),
  FunctionResponseTypes: z.array(z.string()).default([]),
  FilterCriteria: z.unknown().optional(),
});

export interface EventSourceMapping {
  readonly functionName: string;
  readonly batchSize: number;
  /** Without it, a batch fails or succeeds as a whole. */
  readonly reportsItemFailures: boolean;
  readonly enabled: boolean;
  readonly filtered: boolean;
}

/** What reads a queue, if anything does. */
export function mappingOf(stack: Stack, queueArn: string): EventSourceMapping | undefined {
  return resourcesOf(stack, 'AWS::Lambda::EventSourceMapping')
    .map((resource) => MappingPropertiesSchema.parse(resource.properties()))
    .filter(({ EventSourceArn }) => EventSourceArn === queueArn)
    .map((properties) => ({
      functionName: properties.FunctionName,
      batchSize: properties.BatchSize,
      reportsItemFailures: properties.FunctionResponseTypes.includes('ReportBatchItemFailures'),
      enabled: properties.Enabled,
      filtered: properties.FilterCriteria !== undefined,
    }))
    .at(0);
}

/** Lambda polls with the function's role: why that is refused, or undefined. */
export function whyPollingFails(
  stack: Stack,
  queue: Queue,
  lambda: LambdaFunction,
): string | undefined {
  const { role } = lambda;
  if (role === undefined) return lambda.blocked;
  const context = {
    'aws:securetransport': 'true',
    'aws:principalarn': role.principal.arn,
    'aws:principalaccount': role.principal.account,
    'aws:sourcearn': undefined,
    'aws:sourceaccount': undefined,
  };
  for (const action of ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes']) {
    const verdict = authorize({
      request: { principal: role.principal, action, resource: queue.arn, context },
      identityPolicies: role.identityPolicies,
      resourcePolicies: queue.policies,
      resourceAccount: stack.place.account,
    });
    if (!verdict.allowed) return verdict.reason;
  }
  const keyId = queue.properties.KmsMasterKeyId;
  if (keyId === undefined) return undefined;
  const { principal, identityPolicies } = role;
  const key = authorizeKeyUse(stack, {
    keyId,
    principal,
    identityPolicies,
    actions: ['kms:Decrypt'],
    via: 'sqs',
  });
  return key.allowed ? undefined : key.reason;
}

/**
 * The event that Lambda makes of queue messages.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html
 */
export function sqsEvent(queueArn: string, region: string, messages: readonly QueueMessage[]) {
  return {
    Records: messages.map(({ messageId, body, sentAt, firstReceivedAt, receiveCount }) => ({
      messageId,
      receiptHandle: `${messageId}#${receiveCount}`,
      body,
      attributes: {
        ApproximateReceiveCount: String(receiveCount),
        SentTimestamp: String(sentAt),
        SenderId: 'AIDAIE4TFHZ3YQ2X6VWVM',
        ApproximateFirstReceiveTimestamp: String(firstReceivedAt ?? sentAt),
      },
      messageAttributes: {},
      md5OfBody: createHash('md5').update(body).digest('hex'),
      eventSource: 'aws:sqs',
      eventSourceARN: queueArn,
      awsRegion: region,
    })),
  };
}

const AnswerSchema = z.looseObject({
  batchItemFailures: z
    .array(z.looseObject({ itemIdentifier: z.string() }))
    .nullish()
    .transform((failures) => failures ?? []),
});

/**
 * Which messages of a batch failed, by what the function answered. An answer that Lambda cannot
 * read, or one that names a message that was not in the batch, fails the whole batch.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html
 */
export function failedItems(
  mapping: EventSourceMapping,
  payload: string,
  messages: readonly QueueMessage[],
): ReadonlySet<string> {
  const all = new Set(messages.map(({ messageId }) => messageId));
  if (!mapping.reportsItemFailures) return new Set();
  const answer: unknown = JSON.parse(payload);
  if (answer === null) return new Set();
  const parsed = AnswerSchema.safeParse(answer);
  if (!parsed.success) return all;
  const named = parsed.data.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
  return named.every((id) => all.has(id)) ? new Set(named) : all;
}
