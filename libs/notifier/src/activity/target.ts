import type { Activity } from './activity.ts';
import type { Fields } from './fields.ts';

type Call = Pick<Activity, 'additional' | 'eventName' | 'request' | 'service'>;

/**
 * Parameters that name what a call is about, and what to call it. Only these are shown: what else a
 * request holds may be secret, or somebody's contact data.
 */
const parameters: readonly (readonly [parameter: string, noun: string])[] = [
  ['userName', 'user'],
  ['roleName', 'role'],
  ['groupName', 'group'],
  ['instanceProfileName', 'instance profile'],
  ['policyName', 'policy'],
  ['policyArn', 'policy'],
  ['policyId', 'policy'],
  ['accessKeyId', 'access key'],
  ['serialNumber', 'MFA device'],
  ['bucketName', 'bucket'],
  ['functionName', 'function'],
  ['tableName', 'table'],
  ['dBInstanceIdentifier', 'database'],
  ['dBClusterIdentifier', 'database cluster'],
  ['dBSnapshotIdentifier', 'snapshot'],
  ['instanceId', 'instance'],
  ['imageId', 'image'],
  ['volumeId', 'volume'],
  ['snapshotId', 'snapshot'],
  ['groupId', 'security group'],
  ['vpcId', 'VPC'],
  ['subnetId', 'subnet'],
  ['keyName', 'key pair'],
  ['keyId', 'key'],
  ['aliasName', 'alias'],
  ['secretId', 'secret'],
  ['trailName', 'trail'],
  ['detectorId', 'detector'],
  ['logGroupName', 'log group'],
  ['alarmName', 'alarm'],
  ['topicArn', 'topic'],
  ['subscriptionArn', 'subscription'],
  ['queueUrl', 'queue'],
  ['queueName', 'queue'],
  ['stackName', 'stack'],
  ['stackSetName', 'stack set'],
  ['rule', 'rule'],
  ['eventBusName', 'event bus'],
  ['archiveName', 'archive'],
  ['clusterName', 'cluster'],
  ['repositoryName', 'repository'],
  ['certificateArn', 'certificate'],
  ['hostedZoneId', 'hosted zone'],
  ['domainName', 'domain'],
  ['loadBalancerArn', 'load balancer'],
  ['fileSystemId', 'file system'],
  ['autoScalingGroupName', 'Auto Scaling group'],
  ['stateMachineArn', 'state machine'],
  ['sAMLProviderArn', 'identity provider'],
  ['openIDConnectProviderArn', 'identity provider'],
  ['resourceArn', 'resource'],
  ['regionName', 'Region'],
  ['accountId', 'account'],
  ['targetId', 'target'],
  ['handshakeId', 'handshake'],
];

/** What a bare `name` means depends on the service. */
const named: Readonly<Record<string, string>> = {
  cloudtrail: 'trail',
  events: 'rule',
  eks: 'cluster',
  ssm: 'parameter',
  apigateway: 'API',
};

/** Where EC2 puts lists: `instancesSet.items[0].instanceId`. */
const lists = ['instancesSet', 'volumeSet', 'snapshotSet'];

/** A message has room for no more. */
const maxShown = 3;

interface Target {
  readonly noun: string;
  readonly value: string;
}

/**
 * What the call is about, as far as the record says so and it may be shown: `user backup-2, policy
 * arn:aws:iam::aws:policy/AdministratorAccess`; for a tool of an AI agent, the calls that it made.
 */
export function targetOf(call: Call): string | undefined {
  return shown(targetsOf(call));
}

/**
 * The target for a subject line and text message, where an ARN has no room and nobody sees what is
 * quoted: only names that cannot be read as anything else. `policy AdministratorAccess`.
 */
export function shortTargetOf(call: Call): string | undefined {
  const short = targetsOf(call).map(({ noun, value }) => ({
    noun,
    value: value.replace(/^(arn:aws|https).*[:/]([^:/]+)$/, '$2'),
  }));
  return short.every(({ value }) => quotable.test(value)) ? shown(short) : undefined;
}

const quotable = /^[A-Za-z0-9][\w+=.:/-]{0,63}$/;

function targetsOf({ additional, request, service }: Call): readonly Target[] {
  const calls = additional.list('downstreamRequests').flatMap((downstream) => {
    const value = downstream.text('apiName');
    return value === undefined ? [] : [{ noun: '', value }];
  });
  if (calls.length > 0) return calls;
  const found = [
    ...targetsIn(request),
    ...lists.flatMap((list) => request.list(list, 'items').flatMap(targetsIn)),
  ];
  const name = request.text('name');
  const noun = Object.hasOwn(named, service) ? named[service] : undefined;
  return name === undefined || noun === undefined ? found : [{ noun, value: name }, ...found];
}

function targetsIn(fields: Fields): Target[] {
  return parameters.flatMap(([parameter, noun]) => {
    const value = fields.text(parameter);
    if (value === undefined || value === 'AWS ROOT USER') return [];
    return parameter === 'accountId' && !/^\d{12}$/.test(value) ? [] : [{ noun, value }];
  });
}

function shown(targets: readonly Target[]): string | undefined {
  const texts = [...new Set(targets.map(({ noun, value }) => `${noun} ${value}`.trim()))];
  const rest = texts.length - maxShown;
  return texts.length === 0
    ? undefined
    : texts.slice(0, maxShown).join(', ') + (rest > 0 ? `, and ${rest} more` : '');
}
