import {
  BatchGetItemCommand,
  BatchWriteItemCommand,
  type DynamoDBClient,
} from '@aws-sdk/client-dynamodb';
import { setTimeout as wait } from 'node:timers/promises';
import type { Item } from './state-items.ts';

/** Items that one BatchWriteItem takes, keys that one BatchGetItem takes. */
const maxItems = 25;
const maxKeys = 100;
const attempts = 5;

/** DynamoDB answers a batch in part when it is throttled; the rest is asked for again. */
const backoff = (attempt: number) => wait(20 * 2 ** attempt);

/**
 * Writes items, in batches, and returns the `id` of those that DynamoDB would not take after
 * several attempts.
 *
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchWriteItem.html
 */
export async function writeAll(
  client: DynamoDBClient,
  tableName: string,
  items: readonly Item[],
): Promise<ReadonlySet<string>> {
  const unwritten = new Set<string>();
  for (const batch of slices(items, maxItems)) {
    let waiting = batch.map((Item) => ({ PutRequest: { Item } }));
    for (let attempt = 0; waiting.length > 0 && attempt < attempts; attempt++) {
      if (attempt > 0) await backoff(attempt);
      const { UnprocessedItems } = await client.send(
        new BatchWriteItemCommand({ RequestItems: { [tableName]: waiting } }),
      );
      waiting = (UnprocessedItems?.[tableName] ?? []).flatMap(({ PutRequest }) =>
        PutRequest?.Item === undefined ? [] : [{ PutRequest: { Item: PutRequest.Item } }],
      );
    }
    for (const { PutRequest } of waiting) unwritten.add(PutRequest.Item['id']?.S ?? '');
  }
  return unwritten;
}

/**
 * Reads the items with these IDs, as they are now.
 *
 * @throws Error when DynamoDB leaves some unread after several attempts
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchGetItem.html
 */
export async function readAll(
  client: DynamoDBClient,
  tableName: string,
  ids: readonly string[],
): Promise<readonly Item[]> {
  const items: Item[] = [];
  for (const batch of slices(ids, maxKeys)) {
    let waiting: Item[] = batch.map((id) => ({ id: { S: id } }));
    for (let attempt = 0; waiting.length > 0; attempt++) {
      if (attempt === attempts) throw new Error('DynamoDB left keys unprocessed');
      if (attempt > 0) await backoff(attempt);
      const { Responses, UnprocessedKeys } = await client.send(
        new BatchGetItemCommand({
          RequestItems: { [tableName]: { Keys: waiting, ConsistentRead: true } },
        }),
      );
      items.push(...(Responses?.[tableName] ?? []));
      waiting = UnprocessedKeys?.[tableName]?.Keys ?? [];
    }
  }
  return items;
}

function* slices<T>(all: readonly T[], size: number): Generator<readonly T[]> {
  for (let start = 0; start < all.length; start += size) yield all.slice(start, start + size);
}
