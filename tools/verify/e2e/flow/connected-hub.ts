import { type Clients, requireOutput, hubOutputs } from '@root-activity-monitor/command-line/aws';
import { GetQueueAttributesCommand } from '@aws-sdk/client-sqs';
import type { EmulatorAccess } from '../emulator/ask-emulator.ts';
import { required } from '../checks/assert.ts';
import { readStack } from '../hub/deployed-stack.ts';
import { LambdaPoller } from './lambda-poller.ts';
import { subscribeQueue, type Alert } from './subscriber.ts';

/** A deployed hub with a subscriber to its alert topic. */
export interface ConnectedHub {
  readonly clients: Clients;
  readonly outputs: ReadonlyMap<string, string>;
  readonly notifier: LambdaPoller;
  /** What the subscriber has received since the last call. */
  readonly alerts: () => Promise<readonly Alert[]>;
}

/** @param bundle the folder of the notifier that was deployed */
export async function connectHub(
  clients: Clients,
  access: EmulatorAccess,
  bundle: string,
): Promise<ConnectedHub> {
  const outputs = await hubOutputs(clients);
  const url = requireOutput(outputs, 'NotificationQueueUrl');
  const attributes = new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: ['QueueArn'] });
  const arn = required(
    (await clients.sqs.send(attributes)).Attributes?.['QueueArn'],
    'the notification queue',
  );
  const { physicalIds } = await readStack(clients);
  const [, functionName] = [...physicalIds].find(([id]) => /^Notifier.*Function/.test(id)) ?? [];
  const name = required(functionName, "the notifier's function");
  return {
    clients,
    outputs,
    notifier: await LambdaPoller.of(clients, access, name, { url, arn }, bundle),
    alerts: await subscribeQueue(clients, requireOutput(outputs, 'AlertTopicArn')),
  };
}
