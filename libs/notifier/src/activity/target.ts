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
const mostShown = 3;

/**
 * What the call is about, as far as the record says so and it may be shown: `user backup-2, policy
 * arn:aws:iam::aws:policy/AdministratorAccess`; for a tool of an AI agent, the calls that it made.
 */
export function targetOf({ additional, request, service }: Call): string | undefined {
  const calls = additional
    .list('downstreamRequests')
    .map((downstream) => downstream.text('apiName'))
    .filter((name) => name !== undefined);
  if (calls.length > 0) return listOf(calls);
  const found = [
    ...targetsIn(request),
    ...lists.flatMap((list) => request.list(list, 'items').flatMap(targetsIn)),
  ];
  const name = request.text('name');
  const label = Object.hasOwn(named, service) ? named[service] : undefined;
  if (name !== undefined && label !== undefined) found.unshift(`${label} ${name}`);
  return found.length === 0 ? undefined : listOf([...new Set(found)]);
}

function targetsIn(fields: Fields): string[] {
  return parameters.flatMap(([parameter, noun]) => {
    const value = fields.text(parameter);
    if (value === undefined || value === 'AWS ROOT USER') return [];
    return parameter === 'accountId' && !/^\d{12}$/.test(value) ? [] : [`${noun} ${value}`];
  });
}

function listOf(values: readonly string[]): string {
  const rest = values.length - mostShown;
  return values.slice(0, mostShown).join(', ') + (rest > 0 ? `, and ${String(rest)} more` : '');
}

/** The target for a subject line, where an ARN has no room: `policy AdministratorAccess`. */
export function shortTargetOf(call: Call): string | undefined {
  return targetOf(call)?.replace(/(arn:aws|https)[^\s,]*[:/]([^\s,:/]+)/g, '$2');
}
