import { findFixture } from '@root-activity-monitor/event-fixtures';
import { simulatedFixture } from '../simulated-fixture.ts';
import { sendingOf, type Sending, type Simulated } from '../simulation-entry.ts';

export const BUS_ARN = 'arn:aws:events:eu-west-1:123456789012:event-bus/root-activity';

export const credentials = { accessKeyId: 'testing', secretAccessKey: 'testing' };

export function rootSignIn(): Simulated {
  const fixture = findFixture('root-sign-in');
  if (fixture === undefined) throw new Error('there is no fixture root-sign-in');
  return simulatedFixture(fixture);
}

export function sendings(count: number): readonly Sending[] {
  return Array.from({ length: count }, () =>
    sendingOf(rootSignIn(), BUS_ARN, {}, new Date('2026-11-24T08:00:00Z')),
  );
}
