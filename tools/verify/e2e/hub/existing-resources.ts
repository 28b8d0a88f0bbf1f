import { DynamoDBClient, DescribeTableCommand } from '@aws-sdk/client-dynamodb';
import {
  DescribeArchiveCommand,
  DescribeEventBusCommand,
  DescribeRuleCommand,
  ListTargetsByRuleCommand,
} from '@aws-sdk/client-eventbridge';
import { GetTopicAttributesCommand } from '@aws-sdk/client-sns';
import { GetQueueAttributesCommand } from '@aws-sdk/client-sqs';
import { centralEventBusName } from '@root-activity-monitor/deployment-config';
import type { Clients } from '@root-activity-monitor/command-line/aws';
import {
  askEmulator,
  type EmulatorRequest,
  type EmulatorAccess,
} from '../emulator/ask-emulator.ts';
import { assert } from '../checks/assert.ts';

/** Looks up one resource by its physical ID; throws where it is missing or not as it must be. */
export type Existence = (physicalId: string) => Promise<unknown>;

/** How to look up each type of resource, bypassing CloudFormation. */
export function existences(
  clients: Clients,
  access: EmulatorAccess,
): Readonly<Record<string, Existence>> {
  const { events, sns, sqs } = clients;
  const ask = async (request: EmulatorRequest) => {
    const { ok, text } = await askEmulator(access, request);
    assert(ok, `${request.service} does not know it: ${text.slice(0, 200)}`);
    return text;
  };
  return {
    'AWS::SQS::Queue': async (QueueUrl) => {
      const query = new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] });
      const { Attributes = {} } = await sqs.send(query);
      assert(
        'KmsMasterKeyId' in Attributes,
        'the queue is not encrypted with a customer managed key',
      );
    },
    'AWS::SNS::Topic': async (TopicArn) => {
      const { Attributes = {} } = await sns.send(new GetTopicAttributesCommand({ TopicArn }));
      assert(
        'KmsMasterKeyId' in Attributes,
        'the topic is not encrypted with a customer managed key',
      );
    },
    'AWS::Events::EventBus': () =>
      events.send(new DescribeEventBusCommand({ Name: centralEventBusName })),
    'AWS::Events::Archive': () =>
      events.send(new DescribeArchiveCommand({ ArchiveName: centralEventBusName })),
    'AWS::Events::Rule': (name) => ruleWithTarget(clients, name),
    'AWS::DynamoDB::Table': async (TableName) => {
      const { endpointUrl: endpoint, region, credentials } = access;
      const client = new DynamoDBClient({ endpoint, region, credentials });
      await client.send(new DescribeTableCommand({ TableName })).finally(() => client.destroy());
    },
    'AWS::Lambda::Function': (name) =>
      ask({ service: 'lambda', path: `/2015-03-31/functions/${name}` }),
    'AWS::Lambda::EventSourceMapping': (id) =>
      ask({ service: 'lambda', path: `/2015-03-31/event-source-mappings/${id}` }),
    'AWS::IAM::Role': (RoleName) =>
      ask({ service: 'iam', body: { Action: 'GetRole', Version: '2010-05-08', RoleName } }),
    // moto fails on DescribeKey for a key whose policy comes from a template.
    'AWS::KMS::Key': async (keyId) => {
      const text = await ask({ service: 'kms', target: 'TrentService.ListKeys', body: {} });
      assert(text.includes(keyId), 'there is no such key');
    },
    'AWS::Logs::LogGroup': async (logGroupNamePrefix) => {
      const target = 'Logs_20140328.DescribeLogGroups';
      const text = await ask({ service: 'logs', target, body: { logGroupNamePrefix } });
      assert(text.includes('retentionInDays'), 'there is no such log group with a retention');
    },
  };
}

async function ruleWithTarget({ events }: Clients, name: string): Promise<void> {
  const onBus = await events
    .send(new DescribeRuleCommand({ Name: name, EventBusName: centralEventBusName }))
    .catch(() => undefined);
  const bus = onBus === undefined ? {} : { EventBusName: centralEventBusName };
  const rule = onBus ?? (await events.send(new DescribeRuleCommand({ Name: name })));
  assert(rule.State !== 'DISABLED', `the rule ${name} is disabled`);
  const { Targets = [] } = await events.send(new ListTargetsByRuleCommand({ Rule: name, ...bus }));
  assert(Targets.length === 1, `the rule ${name} has ${Targets.length} targets, not one`);
}
