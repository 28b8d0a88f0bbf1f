import { randomUUID } from 'node:crypto';
import { SendMessageCommand } from '@aws-sdk/client-sqs';
import { findFixture } from '@root-activity-monitor/event-fixtures';
import { requireOutput } from '@root-activity-monitor/command-line/aws';
import { redrive } from '@root-activity-monitor/tools/redrive';
import { moveEvent } from '@root-activity-monitor/tools/simulate';
import type { Checklist } from '../checks/checklist.ts';
import { demand, expectThat } from '../checks/assert.ts';
import type { HubInUse } from './connected-hub.ts';

const ACCOUNT = '210987654321';

/** `tools:redrive --send`, twice: what is parked is alerted once. */
export async function redriveParked(checklist: Checklist, hub: HubInUse): Promise<void> {
  const { clients, outputs, notifier } = hub;
  await checklist.step('what is parked is sent again, and alerts', async () => {
    const fixture = demand(
      findFixture('root-access-key-created'),
      'the fixture root-access-key-created',
    );
    const event = moveEvent(fixture.envelope, { account: ACCOUNT });
    const MessageBody = JSON.stringify({
      ...event,
      detail: { ...event.detail, eventID: randomUUID() },
    });
    const QueueUrl = requireOutput(outputs, 'FailedNotificationsQueueUrl');
    await clients.sqs.send(new SendMessageCommand({ QueueUrl, MessageBody }));
    const last = await sendAll(hub);
    expectThat(last.startsWith('1 sent again'), last);
    const outcomes = (await notifier.drain()).map(({ outcome }) => outcome).join();
    expectThat(outcomes === 'alerted', `the notifier decided ${outcomes || 'nothing'}`);
    expectThat((await hub.alerts()).length === 1, 'the subscriber did not get one alert');
    const again = await sendAll(hub);
    expectThat(again === 'Nothing is parked.', again);
    return undefined;
  });
}

async function sendAll({ clients }: HubInUse): Promise<string> {
  const said: string[] = [];
  const write = (line: string) => void said.push(line);
  const options = { send: true, limit: 1_000 };
  const { signal } = new AbortController();
  const status = await redrive(clients, options, { write, signal });
  expectThat(status === 0, `redrive ended with ${status}:\n${said.join('\n')}`);
  return said.at(-1) ?? '';
}
