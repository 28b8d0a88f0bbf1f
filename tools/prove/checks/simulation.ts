import { findFixture } from '@root-activity-monitor/event-fixtures';
import { requireOutput } from '@root-activity-monitor/command-line/aws';
import { simulatedFixture, simulateOnBus } from '../../simulate/on-bus/index.ts';
import { inHub, notChecked } from './check.ts';

/** Enough for cold starts, and for what the queue holds already. */
const waitSeconds = 120;

/** P8: bus, queue, notifier and topic may use the key, so a simulation arrives. */
export const simulationArrives = inHub(async ({ clients, mayChange, real, signal }, hub) => {
  const fixture = findFixture('root-sign-in');
  if (fixture === undefined) throw new Error('there is no fixture root-sign-in');
  const what = 'Send one simulation? Every subscriber of the alert topic receives it.';
  if (!(await mayChange(what))) return notChecked('not allowed to send a simulation: add --yes');
  const done = 'sent a simulation, and listened to the alert topic with a temporary queue';
  const lines: string[] = [];
  const keep = (line: string) => void lines.push(line);
  const status = await simulateOnBus(
    {
      bus: requireOutput(hub, 'CentralEventBusArn'),
      endpointUrl: clients.endpointUrl,
      credentials: clients.credentials,
      yes: true,
      wait: true,
      waitSeconds: real ? waitSeconds : 5,
      json: false,
      move: {},
      events: [simulatedFixture(fixture)],
    },
    { write: keep, warn: keep, signal },
  );
  if (status === 0) {
    return notChecked(
      'the alert came out of the topic, so EventBridge, the notifier and the topic can use the key; left to do: one alarm, by aws cloudwatch set-alarm-state',
      done,
    );
  }
  const last = lines.at(-1) ?? `exit status ${status}`;
  // Rejected credentials end here too, which proves nothing about the key.
  return notChecked(
    real ? `no alert was seen: ${last}` : `no alert came: an emulator runs no notifier (${last})`,
    done,
  );
});
