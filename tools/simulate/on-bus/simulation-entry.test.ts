import { findFixture } from '@root-activity-monitor/event-fixtures';
import { describe, expect, test } from 'vitest';
import { simulatedFixture } from './simulated-fixture.ts';
import { sendingOf } from './simulation-entry.ts';
import { BUS_ARN, rootSignIn } from './testing/sendings.ts';

const now = new Date('2026-11-24T08:00:00.123Z');
const send = (move = {}) => sendingOf(rootSignIn(), BUS_ARN, move, now);
const detailOf = (sending: ReturnType<typeof send>): Record<string, unknown> =>
  JSON.parse(sending.entry.Detail!);

describe('a simulation', () => {
  test('carries our own source, and type and detail of the fixture', () => {
    const sending = send();
    const { envelope } = findFixture('root-sign-in')!;
    expect(sending.entry).toMatchObject({
      EventBusName: BUS_ARN,
      Source: 'root-activity-monitor.simulation',
      DetailType: envelope['detail-type'],
      Time: now,
    });
    expect(detailOf(sending)).toMatchObject({
      eventName: envelope.detail['eventName'],
      responseElements: envelope.detail['responseElements'],
    });
  });

  test('has an event ID and a time of its own each time, or the notifier would know it', () => {
    const [one, other] = [send(), send()];
    expect(detailOf(one)).toMatchObject({
      eventID: one.eventId,
      eventTime: '2026-11-24T08:00:00Z',
    });
    expect(one.eventId).not.toBe(other.eventId);
  });

  test('is in an account that nobody has, unless the user names one', () => {
    const free = send();
    expect(free.account).toMatch(/^0{7}\d{5}$/);
    expect(detailOf(free)).toMatchObject({ recipientAccountId: free.account });
    const named = send({ account: '210987654321' });
    expect(named.account).toBe('210987654321');
    expect(detailOf(named)).toMatchObject({ recipientAccountId: '210987654321' });
  });
});

describe('fixtures', () => {
  test('that must alert are waited for, those that are only recorded are not', () => {
    expect(rootSignIn().alerts).toBe(true);
    expect(simulatedFixture(findFixture('root-by-service')!).alerts).toBe(false);
  });

  test.each(['not-forwarded', 'forged'])(
    'of %s are refused: no rule would stop them here',
    (folder) => {
      expect(() => simulatedFixture(findFixture(folder)!)).toThrow('Leave out --bus');
    },
  );
});
