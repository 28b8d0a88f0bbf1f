import { describe, expect, it } from 'vitest';
import { alertContextOf } from '../session/alert-context.ts';
import type { Session } from '../session/state-store.ts';
import { defaultPolicy } from '../session/session-policy.ts';
import type { Severity } from '@root-activity-monitor/event-schema';
import { sessionFacts } from './content.ts';

const session: Session = {
  key: 'live#123456789012#sign-in',
  alertedSeverity: undefined,
  openedAt: Date.UTC(2026, 10, 2, 10, 10, 30),
  alerts: 0,
  refusals: [],
  lastEventAt: Date.UTC(2026, 10, 2, 10, 20),
  lastDigestAt: undefined,
  period: 0,
  claimedEvent: undefined,
  closing: undefined,
};
const facts = (changes: Partial<Session>, severity: Severity, ofThisBatch = 0) =>
  Object.fromEntries(
    sessionFacts(alertContextOf({ ...session, ...changes }, severity, defaultPolicy, ofThisBatch)),
  );

describe('an alert says', () => {
  it.each([
    ['first', {}, 0, 'alert 1 of a session that began 2026-11-02 10:10 UTC'],
    ['second', { alerts: 1 }, 0, 'alert 2 of a session that began 2026-11-02 10:10 UTC'],
    [
      'third, in one batch',
      { alerts: 1 },
      1,
      'alert 3 of a session that began 2026-11-02 10:10 UTC',
    ],
  ])('that it is the %s of its session', (_, changes, ofThisBatch, said) => {
    expect(facts(changes, 'high', ofThisBatch)['Session']).toBe(said);
  });

  it.each([
    ['critical', {}, 'the digest comes within 15 minutes'],
    ['high', {}, 'comes within 25 minutes of the last one, or 70 minutes at the latest'],
    [
      'critical',
      { lastDigestAt: session.openedAt },
      'comes within 25 minutes of the last one, or 70 minutes at the latest',
    ],
  ] as const)('when the digest comes after a %s one', (severity, changes, said) => {
    expect(facts(changes, severity)['Next']).toContain(said);
  });

  it.each([
    'attempts',
    'recovery',
    'wrong-mfa',
    'unreadable',
    'by:arn:aws:iam::111122223333:role/x',
  ])('that the like is counted, where it is no session of one person: %s', (credentials) => {
    const key = `live#123456789012#${credentials}`;
    expect(facts({ key }, 'high')['Next']).toMatch(/^Further events like this are counted/);
  });

  it('that it may be a repeat, when what was sent before cannot be looked up', () => {
    expect(sessionFacts('unknown')).toEqual([
      ['Session', expect.stringContaining('may be a repeat')],
    ]);
  });

  it('nothing where there is no session', () => {
    expect(sessionFacts(undefined)).toEqual([]);
  });
});
