import { referredTo, textOf } from './references.ts';
import type { Resource, Template } from './stack.ts';

/** Where a stack is, and how its resources are called there. */
export interface Naming {
  readonly partition: string;
  readonly account: string;
  /** `*` where the same stack goes to several Regions. */
  readonly region: string;
  /** The name, or a pattern of it, that CloudFormation gives a resource without one. */
  readonly generated: (logicalId: string, longest: number) => string;
}

/** A resource is named in a way that its ARN cannot be computed from. */
export class UnknownNameError extends Error {
  override readonly name = 'UnknownNameError';
}

type ArnsOf = (named: Named) => readonly string[];

interface Named {
  readonly id: string;
  readonly resource: Resource;
  readonly naming: Naming;
  /** The name in a property, or the one that CloudFormation gives. */
  readonly name: (property: string, longest: number) => string;
  /** `arn:PARTITION:service:REGION:ACCOUNT:` */
  readonly arn: (service: string, rest: string) => string;
  /** ARNs of what a property refers to. */
  readonly of: (property: string) => readonly string[];
}

const global = ({ naming: { partition, account } }: Named, service: string, rest: string): string =>
  `arn:${partition}:${service}::${account}:${rest}`;
const chatConfiguration =
  (kind: string): ArnsOf =>
  (named) => [
    global(named, 'chatbot', `chat-configuration/${kind}/${named.name('ConfigurationName', 128)}`),
  ];

/** By type; the lengths are what the services take. */
const arnsByType: Readonly<Record<string, ArnsOf>> = {
  'AWS::Chatbot::MicrosoftTeamsChannelConfiguration': chatConfiguration('MicrosoftTeamsChannel'),
  'AWS::Chatbot::SlackChannelConfiguration': chatConfiguration('slack-channel'),
  // One that a delegated administrator makes is created in the management account.
  'AWS::CloudFormation::StackSet': ({ arn, name, naming, resource }) => {
    const own = arn('cloudformation', `stackset/${name('StackSetName', 128)}:*`);
    return resource.Properties['CallAs'] === 'DELEGATED_ADMIN'
      ? [own, own.replace(`:${naming.account}:`, ':*:')]
      : [own];
  },
  'AWS::CloudWatch::Alarm': ({ arn, name }) => [
    arn('cloudwatch', `alarm:${name('AlarmName', 255)}`),
  ],
  // CloudFormation names a dashboard by its logical ID alone, or as everything else.
  'AWS::CloudWatch::Dashboard': (named) => {
    const { resource, id, name } = named;
    const names = [name('DashboardName', 255)];
    if (resource.Properties['DashboardName'] === undefined) names.push(`${id}-*`);
    return names.map((one) => global(named, 'cloudwatch', `dashboard/${one}`));
  },
  'AWS::DynamoDB::Table': ({ arn, name }) => [arn('dynamodb', `table/${name('TableName', 255)}`)],
  'AWS::Events::Archive': ({ arn, name, of }) => [
    arn('events', `archive/${name('ArchiveName', 48)}`),
    ...of('SourceArn'),
  ],
  'AWS::Events::EventBus': ({ arn, name }) => [arn('events', `event-bus/${name('Name', 256)}`)],
  'AWS::Events::EventBusPolicy': ({ of }) => of('EventBusName'),
  'AWS::Events::Rule': ({ arn, name, resource }) => {
    const bus = resource.Properties['EventBusName'];
    const on = bus === undefined || bus === 'default' ? '' : `${name('EventBusName', 256)}/`;
    return [arn('events', `rule/${on}${name('Name', 64)}`)];
  },
  'AWS::IAM::Role': (named) => [global(named, 'iam', `role/${named.name('RoleName', 64)}`)],
  'AWS::KMS::Key': ({ arn }) => [arn('kms', 'key/*')],
  'AWS::Lambda::EventInvokeConfig': ({ of }) => of('FunctionName'),
  'AWS::Lambda::EventSourceMapping': ({ arn }) => [arn('lambda', 'event-source-mapping:*')],
  'AWS::Lambda::Function': ({ arn, name }) => [
    arn('lambda', `function:${name('FunctionName', 64)}`),
  ],
  'AWS::Lambda::Permission': ({ of }) => of('FunctionName'),
  'AWS::Logs::Delivery': ({ arn, name, of }) => [
    arn('logs', 'delivery:*'),
    arn('logs', `delivery-source:${name('DeliverySourceName', 60)}`),
    ...of('DeliveryDestinationArn'),
  ],
  'AWS::Logs::DeliveryDestination': ({ arn, name }) => [
    arn('logs', `delivery-destination:${name('Name', 60)}`),
  ],
  // The page on actions names the destination for what deletes a source.
  'AWS::Logs::DeliverySource': ({ arn, name }) => [
    arn('logs', `delivery-source:${name('Name', 60)}`),
    arn('logs', `delivery-destination:${name('Name', 60)}`),
  ],
  // What tags a log group names it without the end that stands for its streams.
  'AWS::Logs::LogGroup': ({ arn, name }) => {
    const group = arn('logs', `log-group:${name('LogGroupName', 512)}`);
    return [group, `${group}:*`];
  },
  'AWS::Logs::ResourcePolicy': ({ arn }) => [arn('logs', '*')],
  // A subscription's ARN is that of its topic, a colon and an ID.
  'AWS::SNS::Subscription': ({ of }) => of('TopicArn').flatMap((topic) => [topic, `${topic}:*`]),
  'AWS::SNS::Topic': ({ arn, name }) => [arn('sns', name('TopicName', 256))],
  'AWS::SNS::TopicPolicy': ({ of }) => of('Topics'),
  'AWS::SQS::Queue': ({ arn, name }) => [arn('sqs', name('QueueName', 80))],
  'AWS::SQS::QueuePolicy': ({ of }) => of('Queues'),
};

/**
 * The ARNs, or patterns of them, that the actions on a resource are about.
 *
 * @throws UnknownNameError where its name cannot be computed
 */
export function arnsOf(template: Template, id: string, naming: Naming): readonly string[] {
  const resource = template.Resources[id];
  const rule = resource && arnsByType[resource.Type];
  if (resource === undefined || rule === undefined) {
    throw new UnknownNameError(
      `How ${resource?.Type ?? id} is named is not known in resource-arns.ts.`,
    );
  }
  const valueOf = (property: string): unknown => resource.Properties[property];
  const arn = (service: string, rest: string): string =>
    `arn:${naming.partition}:${service}:${naming.region}:${naming.account}:${rest}`;
  const name = (property: string, longest: number): string => {
    const value = valueOf(property);
    if (value === undefined) return naming.generated(id, longest);
    const other = referredTo(value);
    const literal = textOf(value, naming);
    if (literal !== undefined) return literal;
    if (other !== undefined && other in template.Resources) {
      return lastPart(arnsOf(template, other, naming)[0] ?? '');
    }
    throw new UnknownNameError(
      `${property} of ${id} (${resource.Type}) is no name that can be computed.`,
    );
  };
  const of = (property: string): readonly string[] => {
    const value = valueOf(property);
    const values: readonly unknown[] = Array.isArray(value) ? value : [value];
    return values.flatMap((one) => {
      const other = referredTo(one);
      if (other !== undefined && other in template.Resources)
        return arnsOf(template, other, naming);
      const literal = textOf(one, naming);
      if (literal?.startsWith('arn:') === true) return [literal];
      if (literal !== undefined && property === 'EventBusName')
        return [arn('events', `event-bus/${literal}`)];
      throw new UnknownNameError(
        `${property} of ${id} (${resource.Type}) refers to nothing known.`,
      );
    });
  };
  return [...new Set(rule({ id, resource, naming, name, arn, of }))];
}

const lastPart = (arn: string): string =>
  arn.slice(Math.max(arn.lastIndexOf('/'), arn.lastIndexOf(':')) + 1);
