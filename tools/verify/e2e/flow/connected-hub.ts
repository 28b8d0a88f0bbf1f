import { type Clients, requireOutput, hubOutputs } from '@root-activity-monitor/command-line/aws';
import { GetQueueAttributesCommand } from '@aws-sdk/client-sqs';
import type { Place } from '../emulator/ask-emulator.ts';
import { demand } from '../checks/assert.ts';
import { readStack } from '../hub/deployed-stack.ts';
import { NotifierPump } from './lambda-poller.ts';
import { subscribeQueue, type Alert } from './subscriber.ts';

/** A deployed hub with somebody who listens. */
export interface HubInUse {
  readonly clients: Clients;
  readonly outputs: ReadonlyMap<string, string>;
  readonly notifier: NotifierPump;
  /** What the subscriber of the alert topic got since it was asked last. */
  readonly alerts: () => Promise<readonly Alert[]>;
}

/** @param bundle the folder of the notifier that was deployed */
export async function useHub(clients: Clients, place: Place, bundle: string): Promise<HubInUse> {
  const outputs = await hubOutputs(clients);
  const url = requireOutput(outputs, 'NotificationQueueUrl');
  const attributes = new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: ['QueueArn'] });
  const arn = demand(
    (await clients.sqs.send(attributes)).Attributes?.['QueueArn'],
    'the notification queue',
  );
  const { physicalIds } = await readStack(clients);
  const [, functionName] = [...physicalIds].find(([id]) => /^Notifier.*Function/.test(id)) ?? [];
  const name = demand(functionName, "the notifier's function");
  return {
    clients,
    outputs,
    notifier: await NotifierPump.of(clients, place, name, { url, arn }, bundle),
    alerts: await subscribeQueue(clients, requireOutput(outputs, 'AlertTopicArn')),
  };
}
