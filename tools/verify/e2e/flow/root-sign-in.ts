import { randomUUID } from 'node:crypto';
import { PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { findFixture } from '@root-activity-monitor/event-fixtures';
import type { Clients } from '@root-activity-monitor/command-line/aws';
import { moveEvent } from '@root-activity-monitor/tools/simulate';
import { required, assert } from '../checks/assert.ts';

/**
 * Puts a root sign-in on the default event bus of an account, as AWS itself would. Real EventBridge
 * accepts no `aws.` source from a customer; an emulator does.
 *
 * @returns its event ID
 */
export async function putRootSignIn(
  { events, region }: Clients,
  account: string,
  eventId: string = randomUUID(),
): Promise<string> {
  const fixture = required(findFixture('root-sign-in'), 'the fixture root-sign-in');
  const {
    source,
    'detail-type': DetailType,
    detail,
  } = moveEvent(fixture.envelope, { account, region });
  const Detail = JSON.stringify({
    ...detail,
    eventID: eventId,
    eventTime: `${new Date().toISOString().slice(0, 19)}Z`,
  });
  const answer = await events.send(
    new PutEventsCommand({ Entries: [{ Source: source, DetailType, Detail }] }),
  );
  const [entry] = answer.Entries ?? [];
  assert(entry?.ErrorCode === undefined, `PutEvents rejected it: ${entry?.ErrorCode ?? ''}`);
  return eventId;
}
