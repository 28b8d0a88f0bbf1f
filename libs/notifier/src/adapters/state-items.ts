import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { stateTable } from '../contract/contract.ts';
import type { CountedEvent } from '../session/counted-event.ts';
import type { Session } from '../session/state-store.ts';
import { severities, type Severity } from '@root-activity-monitor/event-schema';

export type Item = Record<string, AttributeValue>;

export const sessionId = (sessionKey: string) => `session#${sessionKey}`;
export const periodId = (sessionKey: string, period: number) => `period#${sessionKey}#${period}`;

export const text = (value: string): AttributeValue => ({ S: value });
export const number = (value: number): AttributeValue => ({ N: String(value) });
export const rank = (severity: Severity): AttributeValue => number(severities.indexOf(severity));

/** Time to live is in seconds. */
export const expiry = (now: number, lifetime: number): AttributeValue =>
  number(Math.ceil((now + lifetime) / 1000));

export const numberIn = (item: Item, name: string): number | undefined => {
  const value = item[name]?.N;
  return value === undefined ? undefined : Number(value);
};

/** A session as the table has it. */
export function sessionOf(item: Item): Session {
  const openedAt = numberIn(item, 'openedAt') ?? 0;
  const alertedRank = numberIn(item, 'shownRank');
  const closingPeriod = numberIn(item, 'closingPeriod');
  return {
    key: (item['id']?.S ?? '').slice(sessionId('').length),
    alertedSeverity: alertedRank === undefined ? undefined : severities[alertedRank],
    openedAt,
    alerts: numberIn(item, 'alerts') ?? 0,
    refusals: item['refusals']?.SS ?? [],
    lastEventAt: numberIn(item, 'lastEventAt') ?? openedAt,
    lastDigestAt: numberIn(item, 'lastDigestAt'),
    period: numberIn(item, 'period') ?? 0,
    claimedEvent: item['claimEvent']?.S,
    closing:
      closingPeriod === undefined
        ? undefined
        : { period: closingPeriod, at: numberIn(item, 'closingAt') ?? 0 },
  };
}

/**
 * Sets what a session has from its first event on. Periods are numbered from the time it opened,
 * so that a later session of the same credentials never meets the events of an earlier one.
 */
export const openings = {
  expression: (reopens: boolean) =>
    `openedAt = ${reopens ? ':now' : 'if_not_exists(openedAt, :now)'}, ` +
    '#period = if_not_exists(#period, :now), #collection = :open, lastEventAt = :now',
  names: { '#period': 'period', '#collection': 'collection' },
  values: (now: number): Item => ({ ':now': number(now), ':open': text(stateTable.openSessions) }),
};

/** A counted event as the table keeps it: the event's own item, in its period's collection. */
export function countedItem(event: CountedEvent, now: number, lifetime: number): Item {
  return {
    id: text(event.eventKey),
    [stateTable.progress]: text('counted'),
    [stateTable.collection]: text(periodId(event.sessionKey, event.period)),
    event: text(JSON.stringify(event)),
    expiresAt: expiry(now, lifetime),
  };
}
