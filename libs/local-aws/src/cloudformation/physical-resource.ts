import { createHash } from 'node:crypto';
import { uuidOf } from '@root-activity-monitor/event-schema';
import { TemplateError } from './errors.ts';
import { arnIn, urlSuffixOf, type Place } from './place.ts';

/** What `Ref` and `Fn::GetAtt` give for one resource. */
export interface Identity {
  readonly ref: string;
  readonly attributes: Readonly<Record<string, string>>;
}

type Identify = (name: string, place: Place, properties: Properties) => Identity;
type Properties = Readonly<Record<string, unknown>>;

function identifyTable(name: string, place: Place): Identity {
  return { ref: name, attributes: { Arn: arnIn(place, 'dynamodb', `table/${name}`) } };
}

/** By resource type: the property that may name it, and what refers to it. */
const types: Readonly<Record<string, { readonly name?: string; readonly identify: Identify }>> = {
  'AWS::Events::EventBus': {
    name: 'Name',
    identify: (name, place) => ({
      ref: name,
      attributes: { Name: name, Arn: arnIn(place, 'events', `event-bus/${name}`) },
    }),
  },
  'AWS::Events::Rule': {
    name: 'Name',
    identify: (name, place, { EventBusName: bus }) => {
      const onBus = typeof bus === 'string' && bus !== 'default' ? busName(bus) : undefined;
      const path = onBus === undefined ? name : `${onBus}/${name}`;
      return {
        ref: onBus === undefined ? name : `${onBus}|${name}`,
        attributes: { Arn: arnIn(place, 'events', `rule/${path}`) },
      };
    },
  },
  'AWS::Events::Archive': {
    name: 'ArchiveName',
    identify: (name, place) => ({
      ref: name,
      attributes: { ArchiveName: name, Arn: arnIn(place, 'events', `archive/${name}`) },
    }),
  },
  'AWS::IAM::Role': {
    name: 'RoleName',
    identify: (name, place) => ({
      ref: name,
      attributes: { Arn: arnIn(place, 'iam', `role/${name}`), RoleId: `AROA${hash(name, 17)}` },
    }),
  },
  'AWS::SQS::Queue': {
    name: 'QueueName',
    identify: (name, place) => {
      const url = `https://sqs.${place.region}.${urlSuffixOf(place.region)}/${place.account}/${name}`;
      return {
        ref: url,
        attributes: { Arn: arnIn(place, 'sqs', name), QueueName: name, QueueUrl: url },
      };
    },
  },
  'AWS::SNS::Topic': {
    name: 'TopicName',
    identify: (name, place) => {
      const arn = arnIn(place, 'sns', name);
      return { ref: arn, attributes: { TopicArn: arn, TopicName: name } };
    },
  },
  'AWS::Lambda::Function': {
    name: 'FunctionName',
    identify: (name, place) => ({
      ref: name,
      attributes: { Arn: arnIn(place, 'lambda', `function:${name}`) },
    }),
  },
  'AWS::KMS::Key': {
    identify: (name, place) => {
      const id = uuidOf(name);
      return { ref: id, attributes: { KeyId: id, Arn: arnIn(place, 'kms', `key/${id}`) } };
    },
  },
  'AWS::KMS::Alias': {
    name: 'AliasName',
    identify: (name) => ({ ref: name, attributes: { AliasName: name } }),
  },
  'AWS::Logs::LogGroup': {
    name: 'LogGroupName',
    identify: (name, place) => ({
      ref: name,
      attributes: { Arn: arnIn(place, 'logs', `log-group:${name}:*`) },
    }),
  },
  'AWS::DynamoDB::Table': { name: 'TableName', identify: identifyTable },
  'AWS::DynamoDB::GlobalTable': { name: 'TableName', identify: identifyTable },
  'AWS::CloudWatch::Alarm': {
    name: 'AlarmName',
    identify: (name, place) => ({
      ref: name,
      attributes: { Arn: arnIn(place, 'cloudwatch', `alarm:${name}`) },
    }),
  },
};

/**
 * The physical name and ARNs that CloudFormation gives a resource: its own name where the template
 * has one, else stack name, logical ID and twelve characters that are the same in every run.
 */
export function identityOf(
  logicalId: string,
  type: string,
  properties: Properties,
  place: Place,
): Identity {
  const known = types[type];
  const named = known?.name === undefined ? undefined : properties[known.name];
  const generated = `${place.stackName}-${logicalId}-${hash(`${place.account}/${place.region}/${logicalId}`, 12)}`;
  const name = typeof named === 'string' ? named : generated;
  return known === undefined
    ? { ref: generated, attributes: {} }
    : known.identify(name, place, properties);
}

/** The name in `value`, which is a bus's name or ARN. */
export function busName(value: string): string {
  return /^arn:[^:]+:events:[^:]*:[^:]*:event-bus\/(.+)$/.exec(value)?.[1] ?? value;
}

/** @throws TemplateError when the simulation does not know the attribute */
export function attributeOf(identity: Identity, logicalId: string, attribute: string): string {
  const value = identity.attributes[attribute];
  if (value !== undefined) return value;
  throw new TemplateError(`${logicalId} has no attribute ${attribute} that is simulated`);
}

function hash(seed: string, length: number): string {
  return createHash('sha256').update(seed).digest('hex').slice(0, length).toUpperCase();
}
