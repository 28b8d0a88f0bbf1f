import { ListSubscriptionsByTopicCommand } from '@aws-sdk/client-sns';
import { ListQueuesCommand } from '@aws-sdk/client-sqs';
import { findFixture } from '@root-activity-monitor/event-fixtures';
import { requireOutput, pause } from '@root-activity-monitor/command-line/aws';
import { simulatedFixture, simulateOnBus } from '@root-activity-monitor/tools/simulate/on-bus';
import type { Checklist } from '../checks/checklist.ts';
import { required, assert } from '../checks/assert.ts';
import type { ConnectedHub } from './connected-hub.ts';

/** `tools:simulate --bus … --wait`, with the notifier running beside it. */
export async function simulateAndWait(checklist: Checklist, hub: ConnectedHub): Promise<void> {
  const { clients, outputs, notifier } = hub;
  const TopicArn = requireOutput(outputs, 'AlertTopicArn');
  await checklist.step('a simulation on the bus is confirmed from the alert topic', async () => {
    const lines: string[] = [];
    const keep = (line: string) => void lines.push(line);
    const fixture = required(
      findFixture('root-access-key-created'),
      'the fixture root-access-key-created',
    );
    const bus = requireOutput(outputs, 'CentralEventBusArn');
    const options = { bus, yes: true, wait: true, waitSeconds: 60, json: false, move: {} };
    const events = [simulatedFixture(fixture)];
    let over = false;
    const simulation = simulateOnBus(
      { ...options, events, endpointUrl: clients.endpointUrl, credentials: clients.credentials },
      { write: keep, warn: keep, signal: new AbortController().signal },
    ).finally(() => (over = true));
    while (!over) {
      await notifier.drain();
      await pause(200);
    }
    const status = await simulation;
    assert(status === 0, `exit status ${status}:\n${lines.join('\n')}`);
    const [alert, ...more] = await hub.alerts();
    assert(more.length === 0, `${more.length} more alerts`);
    assert(
      alert?.Subject.startsWith('[SIMULATION] ') === true,
      `the subject is "${alert?.Subject ?? ''}"`,
    );
    return alert.Subject;
  });
  await checklist.step('its temporary queue and subscription are gone', async () => {
    const { QueueUrls = [] } = await clients.sqs.send(
      new ListQueuesCommand({ QueueNamePrefix: 'root-activity-simulation' }),
    );
    const { Subscriptions = [] } = await clients.sns.send(
      new ListSubscriptionsByTopicCommand({ TopicArn }),
    );
    const left = [
      ...QueueUrls,
      ...Subscriptions.map(({ Endpoint }) => Endpoint ?? '').filter((one) =>
        one.includes('root-activity-simulation'),
      ),
    ];
    assert(left.length === 0, `left behind: ${left.join(', ')}`);
    return undefined;
  });
}
