import {
  ConditionalCheckFailedException,
  DeleteItemCommand,
  QueryCommand,
  UpdateItemCommand,
  type DynamoDBClient,
  type UpdateItemCommandInput,
} from '@aws-sdk/client-dynamodb';
import { randomUUID } from 'node:crypto';
import { CountedEventSchema } from '../session/counted-event.ts';
import type { KnownState, Progress, Session, StateStore } from '../session/state-store.ts';
import type { Windows } from '../session/windows.ts';
import type { Severity } from '../severity.ts';
import {
  collectionIndex,
  countedItem,
  expiry,
  number,
  openings,
  openSessions,
  periodId,
  rank,
  sessionId,
  sessionOf,
  text,
  type Item,
} from './state-items.ts';
import { readAll, writeAll } from './batches.ts';

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
  windows: Windows,
): StateStore {
  const table = { TableName: tableName };

  /** Applies a change to a session; undefined when its condition does not hold. */
  async function update(
    sessionKey: string,
    change: Omit<UpdateItemCommandInput, 'TableName' | 'Key'>,
  ): Promise<Session | undefined> {
    try {
      const { Attributes } = await client.send(
        new UpdateItemCommand({
          ...table,
          Key: { id: text(sessionId(sessionKey)) },
          ReturnValues: 'ALL_NEW',
          ...change,
        }),
      );
      return sessionOf(Attributes ?? {});
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return undefined;
      throw error;
    }
  }

  /** Quiet for long, or too old: what comes now is another session. */
  const over = 'lastEventAt <= :quiet OR openedAt <= :oldest';
  const ends = (now: number): Item => ({
    ':quiet': number(now - windows.sessionQuiet),
    ':oldest': number(now - windows.longestSession),
  });

  /** A session that comes back after a quiet time has shown nothing yet. */
  async function join(sessionKey: string, now: number): Promise<Session> {
    for (const reopens of [false, true, false]) {
      const session = await update(sessionKey, {
        UpdateExpression: `SET ${openings.expression(reopens)}${reopens ? ' REMOVE shownRank' : ''}`,
        ConditionExpression: reopens ? over : `attribute_not_exists(shownRank) OR NOT (${over})`,
        ExpressionAttributeNames: openings.names,
        ExpressionAttributeValues: {
          ...openings.values(now),
          ...ends(now),
        },
      });
      if (session !== undefined) return session;
    }
    throw new Error('the session changed each time it was joined');
  }

  /** What the session has shown now; a claim that is not of this severity stays its owner's. */
  async function show(sessionKey: string, severity: Severity): Promise<void> {
    const values = { ':rank': rank(severity) };
    const claimed = await update(sessionKey, {
      UpdateExpression: 'SET shownRank = :rank REMOVE claimRank, claimedAt, claimId, claimEvent',
      ConditionExpression: 'claimRank = :rank',
      ExpressionAttributeValues: values,
    });
    if (claimed !== undefined) return;
    await update(sessionKey, {
      UpdateExpression: 'SET shownRank = :rank',
      ConditionExpression:
        'attribute_exists(id) AND (attribute_not_exists(shownRank) OR shownRank < :rank)',
      ExpressionAttributeValues: values,
    });
  }

  async function* itemsIn(collection: string): AsyncGenerator<readonly Item[]> {
    let from: Item | undefined;
    do {
      const { Items = [], LastEvaluatedKey } = await client.send(
        new QueryCommand({
          ...table,
          IndexName: collectionIndex,
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
    join,

    async read(eventKeys, sessionKeys): Promise<KnownState> {
      const ids = [...eventKeys, ...sessionKeys.map(sessionId)];
      const seen = new Map<string, Progress>();
      const sessions = new Map<string, Session>();
      for (const item of await readAll(client, tableName, ids)) {
        const id = item['id']?.S ?? '';
        const progress = item['progress']?.S;
        if (progress === 'alerted' || progress === 'mailed' || progress === 'counted') {
          seen.set(id, progress);
        } else {
          const session = sessionOf(item);
          sessions.set(session.key, session);
        }
      }
      return { seen, sessions };
    },

    async claim(sessionKey, severity, eventKey, now) {
      // Tells a claim of our own, whose answer was lost, from somebody else's.
      const claimId = randomUUID();
      const attempt = (reopens: boolean) =>
        update(sessionKey, {
          UpdateExpression:
            `SET ${openings.expression(reopens)}, claimRank = :rank, claimedAt = :now, claimId = :claim, claimEvent = :event` +
            (reopens ? ' REMOVE shownRank' : ''),
          ConditionExpression:
            (reopens
              ? `(${over}) AND `
              : `(attribute_not_exists(shownRank) OR (shownRank < :rank AND NOT (${over}))) AND `) +
            '(attribute_not_exists(claimedAt) OR claimedAt <= :void OR claimRank < :rank OR claimId = :claim)',
          ExpressionAttributeNames: openings.names,
          ExpressionAttributeValues: {
            ...openings.values(now),
            ':rank': rank(severity),
            ':claim': text(claimId),
            ':event': text(eventKey),
            ...ends(now),
            ':void': number(now - windows.claimLifetime),
          },
        });
      const session = (await attempt(false)) ?? (await attempt(true)) ?? (await attempt(false));
      if (session !== undefined) return { granted: true, pending: false, session };
      const joined = await join(sessionKey, now);
      return { granted: false, pending: joined.claimedFor === eventKey, session: joined };
    },

    async confirm(alerted, now) {
      await writeAll(
        client,
        tableName,
        alerted.map(({ eventKey, progress }) => ({
          id: text(eventKey),
          progress: text(progress),
          expiresAt: expiry(now, windows.eventMemory),
        })),
      );
      // All of them end before this does: Lambda freezes what still goes on after the answer.
      const shown = await Promise.allSettled(
        alerted.map(({ sessionKey, severity }) => show(sessionKey, severity)),
      );
      for (const result of shown) if (result.status === 'rejected') throw result.reason;
    },

    async release(sessionKey, severity) {
      await update(sessionKey, {
        UpdateExpression: 'REMOVE claimRank, claimedAt, claimId, claimEvent',
        ConditionExpression: 'claimRank = :rank',
        ExpressionAttributeValues: { ':rank': rank(severity) },
      });
    },

    async count(events, now) {
      return await writeAll(
        client,
        tableName,
        events.map((event) => countedItem(event, now, windows.eventMemory)),
      );
    },

    async sessions() {
      const sessions: Session[] = [];
      for await (const items of itemsIn(openSessions)) sessions.push(...items.map(sessionOf));
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
