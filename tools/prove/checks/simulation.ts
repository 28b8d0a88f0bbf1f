import { findFixture } from '@root-activity-monitor/event-fixtures';
import { requireOutput } from '@root-activity-monitor/command-line/aws';
import { simulatedFixture, simulateOnBus } from '../../bus/index.ts';
import { inHub, notChecked } from '../check.ts';

/** Cold starts, and what the queue holds already. */
const WAIT_SECONDS = 120;

/** P8: bus, queue, notifier and topic use the key by its policy, so that a simulation arrives. */
export const simulationArrives = inHub(async ({ clients, mayChange, real }, hub) => {
  const fixture = findFixture('root-sign-in');
  if (fixture === undefined) throw new Error('there is no fixture root-sign-in');
  const what = 'Send one simulation? Everybody subscribed to the alert topic gets it.';
  if (!(await mayChange(what))) return notChecked('not allowed to send a simulation: add --yes');
  const done = 'sent a simulation, and listened to the alert topic with a temporary queue';
  const said: string[] = [];
  const hear = (line: string) => void said.push(line);
  const status = await simulateOnBus(
    {
      bus: requireOutput(hub, 'CentralEventBusArn'),
      endpointUrl: clients.endpointUrl,
      credentials: clients.credentials,
      ...{ yes: true, wait: true, waitSeconds: real ? WAIT_SECONDS : 5, json: false, move: {} },
      events: [simulatedFixture(fixture)],
    },
    { write: hear, warn: hear, started: closeOnInterrupt },
  );
  if (status === 0) {
    return notChecked(
      'the alert came out of the topic, so that EventBridge, the notifier and the topic can use the key; left to do: one alarm, by aws cloudwatch set-alarm-state',
      done,
    );
  }
  const last = said.at(-1) ?? `exit status ${status}`;
  // A refusal of the caller ends here too, and says nothing about the key.
  return notChecked(
    real ? `no alert was seen: ${last}` : `no alert came: an emulator runs no notifier (${last})`,
    done,
  );
});

/** What was made for listening goes also when the user interrupts. */
function closeOnInterrupt(run: { close(): Promise<void> }): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      process.exitCode = 130;
      void run.close();
    });
  }
}
