import {
  ConditionalCheckFailedException,
  DeleteItemCommand,
  QueryCommand,
  type DynamoDBClient,
} from '@aws-sdk/client-dynamodb';
import { stateTable } from '../contract/contract.ts';
import { CountedEventSchema } from '../session/counted-event.ts';
import type { StateSnapshot, EventStatus, Session, StateStore } from '../session/state-store.ts';
import type { SessionPolicy } from '../session/session-policy.ts';
import {
  countedItem,
  expiry,
  number,
  periodId,
  sessionId,
  sessionOf,
  text,
  type Item,
} from './state-items.ts';
import { readAll, writeAll } from './dynamodb-batches.ts';
import { sessionWrites } from './session-writes.ts';

/**
 * The state in a DynamoDB table with the key `id`, an index over `collection`, and time to live in
 * `expiresAt`. Every change to a session is one conditional write, so that invocations that run at
 * the same time agree.
 *
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.ConditionExpressions.html
 */
export function dynamoDbStore(
  client: DynamoDBClient,
  tableName: string,
  policy: SessionPolicy,
): StateStore {
  const table = { TableName: tableName };

  const { claim, join, release, recordAlerted, update } = sessionWrites(client, tableName, policy);

  async function* itemsIn(collection: string): AsyncGenerator<readonly Item[]> {
    let from: Item | undefined;
    do {
      const { Items = [], LastEvaluatedKey } = await client.send(
        new QueryCommand({
          ...table,
          IndexName: stateTable.index,
          KeyConditionExpression: '#collection = :collection',
          ExpressionAttributeNames: { '#collection': 'collection' },
          ExpressionAttributeValues: { ':collection': text(collection) },
          ...(from === undefined ? {} : { ExclusiveStartKey: from }),
        }),
      );
      yield Items;
      from = LastEvaluatedKey;
    } while (from !== undefined);
  }

  return {
    claim,
    join,
    release,

    async read(eventKeys, sessionKeys): Promise<StateSnapshot> {
      const ids = [...eventKeys, ...sessionKeys.map(sessionId)];
      const handledEvents = new Map<string, EventStatus>();
      const sessions = new Map<string, Session>();
      for (const item of await readAll(client, tableName, ids)) {
        const id = item['id']?.S ?? '';
        const status = item[stateTable.progress]?.S;
        if (status === 'alerted' || status === 'mailed' || status === 'counted') {
          handledEvents.set(id, status);
        } else {
          const session = sessionOf(item);
          sessions.set(session.key, session);
        }
      }
      return { handledEvents, sessions };
    },

    async confirm(alerted, now) {
      await writeAll(
        client,
        tableName,
        alerted.map(({ eventKey, status }) => ({
          id: text(eventKey),
          [stateTable.progress]: text(status),
          expiresAt: expiry(now, policy.eventRetention),
        })),
      );
      // All of them end before this does: Lambda freezes what still goes on after the answer.
      const recorded = await Promise.allSettled(
        alerted.map(({ sessionKey, severity }) => recordAlerted(sessionKey, severity)),
      );
      for (const result of recorded) if (result.status === 'rejected') throw result.reason;
    },

    async count(events, now) {
      return await writeAll(
        client,
        tableName,
        events.map((event) => countedItem(event, now, policy.eventRetention)),
      );
    },

    async sessions() {
      const sessions: Session[] = [];
      for await (const items of itemsIn(stateTable.openSessions))
        sessions.push(...items.map(sessionOf));
      return sessions;
    },

    async closePeriod({ key, period }, now) {
      const closed = await update(key, {
        UpdateExpression: 'SET #period = :next, closingPeriod = :period, closingAt = :now',
        ConditionExpression: '#period = :period AND attribute_not_exists(closingPeriod)',
        ExpressionAttributeNames: { '#period': 'period' },
        ExpressionAttributeValues: {
          ':period': number(period),
          ':next': number(period + 1),
          ':now': number(now),
        },
      });
      return closed !== undefined;
    },

    async *countedIn(sessionKey, period) {
      for await (const items of itemsIn(periodId(sessionKey, period))) {
        yield items.map((item) => CountedEventSchema.parse(JSON.parse(item['event']?.S ?? '{}')));
      }
    },

    async digested({ key, closing }) {
      if (closing === undefined) return;
      await update(key, {
        UpdateExpression: 'SET lastDigestAt = :at REMOVE closingPeriod, closingAt',
        ConditionExpression: 'closingPeriod = :period',
        ExpressionAttributeValues: { ':at': number(closing.at), ':period': number(closing.period) },
      });
    },

    async end({ key, lastEventAt, period }) {
      try {
        await client.send(
          new DeleteItemCommand({
            ...table,
            Key: { id: text(sessionId(key)) },
            ConditionExpression:
              'lastEventAt = :last AND #period = :period AND attribute_not_exists(closingPeriod)',
            ExpressionAttributeNames: { '#period': 'period' },
            ExpressionAttributeValues: { ':last': number(lastEventAt), ':period': number(period) },
          }),
        );
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
      }
    },
  };
}
