import { randomUUID } from 'node:crypto';
import {
  ConditionalCheckFailedException,
  UpdateItemCommand,
  type DynamoDBClient,
  type UpdateItemCommandInput,
} from '@aws-sdk/client-dynamodb';
import type { Claim, Session } from '../session/state-store.ts';
import type { SessionPolicy } from '../session/session-policy.ts';
import type { Severity } from '@root-activity-monitor/event-schema';
import { number, openings, rank, sessionId, sessionOf, text, type Item } from './state-items.ts';

/**
 * The changes to a session in the state table, each one conditional write, so that invocations that
 * run at the same time agree.
 *
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.ConditionExpressions.html
 */
export function sessionWrites(client: DynamoDBClient, tableName: string, policy: SessionPolicy) {
  /** Applies a change to a session; undefined when its condition does not hold. */
  async function update(
    sessionKey: string,
    change: Omit<UpdateItemCommandInput, 'TableName' | 'Key'>,
  ): Promise<Session | undefined> {
    try {
      const { Attributes } = await client.send(
        new UpdateItemCommand({
          TableName: tableName,
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
    ':quiet': number(now - policy.idleTimeout),
    ':oldest': number(now - policy.maxDuration),
  });

  /** What a session that comes back after a quiet time has no longer. */
  const forgotten = 'shownRank, alerts';

  async function join(sessionKey: string, now: number, refusal?: string): Promise<Session> {
    for (const reopens of [false, true, false]) {
      const session = await update(sessionKey, {
        UpdateExpression:
          `SET ${openings.expression(reopens)}` +
          (refusal !== undefined && reopens ? ', refusals = :refusals' : '') +
          (reopens ? ` REMOVE ${forgotten}${refusal === undefined ? ', refusals' : ''}` : '') +
          (refusal !== undefined && !reopens ? ' ADD refusals :refusals' : ''),
        ConditionExpression: reopens ? over : `attribute_not_exists(shownRank) OR NOT (${over})`,
        ExpressionAttributeNames: openings.names,
        ExpressionAttributeValues: {
          ...openings.values(now),
          ...ends(now),
          ...(refusal === undefined ? {} : { ':refusals': { SS: [refusal] } }),
        },
      });
      if (session !== undefined) return session;
    }
    throw new Error('the session changed each time it was joined');
  }

  /** What the session has alerted now; a claim that is not of this severity stays its owner's. */
  async function recordAlerted(sessionKey: string, severity: Severity): Promise<void> {
    const values = { ':rank': rank(severity), ':one': number(1) };
    const claimed = await update(sessionKey, {
      UpdateExpression:
        'SET shownRank = :rank REMOVE claimRank, claimedAt, claimId, claimEvent ADD alerts :one',
      ConditionExpression: 'claimRank = :rank',
      ExpressionAttributeValues: values,
    });
    if (claimed !== undefined) return;
    await update(sessionKey, {
      UpdateExpression: 'SET shownRank = :rank ADD alerts :one',
      ConditionExpression:
        'attribute_exists(id) AND (attribute_not_exists(shownRank) OR shownRank < :rank)',
      ExpressionAttributeValues: values,
    });
  }

  async function claim(
    sessionKey: string,
    severity: Severity,
    eventKey: string,
    now: number,
  ): Promise<Claim> {
    // Tells a claim of our own, whose answer was lost, from somebody else's.
    const claimId = randomUUID();
    const attempt = (reopens: boolean) =>
      update(sessionKey, {
        UpdateExpression:
          `SET ${openings.expression(reopens)}, claimRank = :rank, claimedAt = :now, claimId = :claim, claimEvent = :event` +
          (reopens ? ` REMOVE ${forgotten}, refusals` : ''),
        ConditionExpression:
          (reopens
            ? `(${over}) AND `
            : `((attribute_not_exists(shownRank) AND NOT openedAt <= :oldest) OR (shownRank < :rank AND NOT (${over}))) AND `) +
          '(attribute_not_exists(claimedAt) OR claimedAt <= :void OR claimRank < :rank OR claimId = :claim)',
        ExpressionAttributeNames: openings.names,
        ExpressionAttributeValues: {
          ...openings.values(now),
          ':rank': rank(severity),
          ':claim': text(claimId),
          ':event': text(eventKey),
          ...ends(now),
          ':void': number(now - policy.claimLifetime),
        },
      });
    const session = (await attempt(false)) ?? (await attempt(true)) ?? (await attempt(false));
    if (session !== undefined) return { is: 'granted', session };
    const joined = await join(sessionKey, now);
    return { is: joined.claimedEvent === eventKey ? 'held' : 'covered', session: joined };
  }

  async function release(sessionKey: string, severity: Severity): Promise<void> {
    await update(sessionKey, {
      UpdateExpression: 'REMOVE claimRank, claimedAt, claimId, claimEvent',
      ConditionExpression: 'claimRank = :rank',
      ExpressionAttributeValues: { ':rank': rank(severity) },
    });
  }

  return { update, join, recordAlerted, claim, release };
}
