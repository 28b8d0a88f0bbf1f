import { CreateStackCommand } from '@aws-sdk/client-cloudformation';
import { SIMULATION_SOURCE } from '@root-activity-monitor/event-schema';
import { startMoto } from '@root-activity-monitor/local-aws/moto';
import {
  type Clients,
  clientsOf,
  closeClients,
  hubOutputs,
} from '@root-activity-monitor/command-line/aws';
import { hubStackName } from '@root-activity-monitor/deployment-config';
import { credentials } from './sendings.ts';

const queue = { Type: 'AWS::SQS::Queue' };
const queueOutputs = {
  NotificationQueueUrl: 'Notifications',
  FailedNotificationsQueueUrl: 'Failed',
  UndeliveredEventsQueueUrl: 'Undelivered',
};

/** As little of a hub as the tools look at. */
const template = {
  Resources: {
    Bus: { Type: 'AWS::Events::EventBus', Properties: { Name: 'root-activity' } },
    Rule: {
      Type: 'AWS::Events::Rule',
      DependsOn: 'Bus',
      Properties: {
        EventBusName: 'root-activity',
        EventPattern: { source: [SIMULATION_SOURCE] },
        Targets: [{ Id: 'Queue', Arn: { 'Fn::GetAtt': ['Notifications', 'Arn'] } }],
      },
    },
    Alerts: { Type: 'AWS::SNS::Topic' },
    Notifications: queue,
    Failed: queue,
    Undelivered: queue,
  },
  Outputs: Object.fromEntries(
    Object.entries({ AlertTopicArn: 'Alerts', ...queueOutputs }).map(([name, id]) => [
      name,
      { Value: { Ref: id } },
    ]),
  ),
};

export interface HubOnMoto {
  readonly url: string;
  readonly clients: Clients;
  readonly outputs: ReadonlyMap<string, string>;
  stop(): Promise<void>;
}

/** A hub's bus, rule, queues and topic in a moto of its own. */
export async function startHubOnMoto(): Promise<HubOnMoto> {
  const moto = await startMoto();
  const clients = clientsOf({ region: 'eu-west-1', endpointUrl: moto.url, credentials });
  const TemplateBody = JSON.stringify(template);
  await clients.cloudFormation.send(
    new CreateStackCommand({ StackName: hubStackName, TemplateBody }),
  );
  const stop = async () => {
    closeClients(clients);
    await moto.stop();
  };
  return { url: moto.url, clients, outputs: await hubOutputs(clients), stop };
}
