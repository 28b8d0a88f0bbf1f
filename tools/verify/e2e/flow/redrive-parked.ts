import { randomUUID } from 'node:crypto';
import { SendMessageCommand } from '@aws-sdk/client-sqs';
import { findFixture } from '@root-activity-monitor/event-fixtures';
import { requireOutput } from '@root-activity-monitor/command-line/aws';
import { redrive } from '@root-activity-monitor/tools/redrive';
import { moveEvent } from '@root-activity-monitor/tools/simulate';
import type { Checklist } from '../checks/checklist.ts';
import { required, assert } from '../checks/assert.ts';
import type { ConnectedHub } from './connected-hub.ts';

const account = '210987654321';

/** `tools:redrive --send`, twice: a parked event is alerted once. */
export async function redriveParked(checklist: Checklist, hub: ConnectedHub): Promise<void> {
  const { clients, outputs, notifier } = hub;
  await checklist.step('a parked event is sent again and alerted', async () => {
    const fixture = required(
      findFixture('root-access-key-created'),
      'the fixture root-access-key-created',
    );
    const event = moveEvent(fixture.envelope, { account });
    const MessageBody = JSON.stringify({
      ...event,
      detail: { ...event.detail, eventID: randomUUID() },
    });
    const QueueUrl = requireOutput(outputs, 'FailedNotificationsQueueUrl');
    await clients.sqs.send(new SendMessageCommand({ QueueUrl, MessageBody }));
    const last = await sendAll(hub);
    assert(last.startsWith('1 sent again'), last);
    const outcomes = (await notifier.drain()).map(({ outcome }) => outcome).join();
    assert(outcomes === 'alerted', `the notifier decided ${outcomes || 'nothing'}`);
    assert((await hub.alerts()).length === 1, 'the subscriber did not receive exactly one alert');
    const again = await sendAll(hub);
    assert(again === 'Nothing is parked.', again);
    return undefined;
  });
}

async function sendAll({ clients }: ConnectedHub): Promise<string> {
  const lines: string[] = [];
  const write = (line: string) => void lines.push(line);
  const options = { send: true, limit: 1_000 };
  const { signal } = new AbortController();
  const status = await redrive(clients, options, { write, signal });
  assert(status === 0, `redrive ended with ${status}:\n${lines.join('\n')}`);
  return lines.at(-1) ?? '';
}
