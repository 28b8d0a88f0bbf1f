import type { CloudTrailRecord } from '@root-activity-monitor/event-schema';
import { isLongTermKey } from './access-key.ts';
import { defang } from './defang.ts';

/** Console calls that people made carried this `invokedBy` in older records. */
const consoleItself = /^signin\.amazonaws\.com(\.cn)?$/;

/** The AWS service through which somebody made the call: `cloudformation`, `s3`, `AWS Internal`. */
export function throughService({ userIdentity }: CloudTrailRecord): string | undefined {
  const { invokedBy } = userIdentity;
  if (invokedBy === undefined || consoleItself.test(invokedBy)) return undefined;
  if (invokedBy === 'AWS Internal') return invokedBy;
  // With Region or prefix too: `mcp.us-east-1`, `member.org.stacksets.cloudformation`.
  return /^([\w.-]+)\.amazonaws\.com(\.cn)?$/.exec(invokedBy)?.[1];
}

/** Services that do what a person or a program tells them to, as people know them. */
const names: Readonly<Record<string, string>> = {
  'aws-mcp': 'an AI agent (AWS MCP Server)',
  'eks-mcp': 'an AI agent (Amazon EKS MCP Server)',
  'ecs-mcp': 'an AI agent (Amazon ECS MCP Server)',
  aidevops: 'an AI agent (AWS DevOps Agent)',
  cloudformation: 'AWS CloudFormation',
  cloudcontrolapi: 'AWS Cloud Control API',
};

/** The service as people know it. */
export function serviceLabel(service: string): string {
  if (service === 'AWS Internal') return service;
  return Object.hasOwn(names, service)
    ? (names[service] ?? service)
    : `the AWS service "${defang(service)}"`;
}

/**
 * Services that call others as a consequence of what they are there for: they store, encrypt, run or
 * balance something, and nobody can have them make a call of their choice.
 */
const ownAffairs = new Set([
  'acm',
  'autoscaling',
  'backup',
  'cloudfront',
  'cloudtrail',
  'dynamodb',
  'ec2',
  'elasticache',
  'elasticfilesystem',
  'elasticloadbalancing',
  'es',
  'fsx',
  'kms',
  'logs',
  'rds',
  'redshift',
  's3',
  'secretsmanager',
  'sns',
  'sqs',
  'AWS Internal',
]);

/**
 * Whether somebody may have instructed the service to make this very call: an AI agent, a stack, an
 * automation, and every service that is not known to mind its own affairs only.
 */
export function isInstructed(service: string): boolean {
  return !ownAffairs.has(service);
}

/**
 * Calls that a service makes by itself, hours or months after the call that laid down what it does;
 * `service eventName`. Each was seen with root's identity, or is assumed where AWS shows no record.
 * Nothing belongs here whose effect somebody with root's credentials could choose in the moment.
 */
const unattended: Readonly<Record<string, ReadonlySet<string>>> = {
  // Keeps a group at its size.
  // @see https://docs.aws.amazon.com/autoscaling/ec2/userguide/auto-scaling-groups.html
  autoscaling: new Set([
    'ec2 RunInstances',
    'ec2 TerminateInstances',
    'elasticloadbalancing RegisterTargets',
    'elasticloadbalancing DeregisterTargets',
    'elasticloadbalancing RegisterInstancesWithLoadBalancer',
    'elasticloadbalancing DeregisterInstancesFromLoadBalancer',
  ]),
  // Renews what it once issued.
  // @see https://docs.aws.amazon.com/acm/latest/userguide/managed-renewal.html
  acm: new Set(['acm RenewCertificate']),
};

/**
 * A service creates the role that it alone can assume.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/using-service-linked-roles.html
 */
const ownRole = 'iam CreateServiceLinkedRole';

/**
 * Whether no person can be behind the call: the one case in which what carries root's identity is
 * not judged as root's own. Never for a long-term key, which only its holder signs with.
 */
export function isUnattended(record: CloudTrailRecord): boolean {
  const service = throughService(record);
  const { accessKeyId, sessionContext, type } = record.userIdentity;
  // A session that was granted or issued ends within hours; what it set up goes on under root.
  const passing = type !== 'Root' || sessionContext?.assumedRoot === true;
  if (service === undefined || isLongTermKey(accessKeyId) || passing || record.errorCode)
    return false;
  const call = `${record.eventSource.replace(/\..*$/, '')} ${record.eventName}`;
  if (call === ownRole) return service !== 'AWS Internal' && !isInstructed(service);
  return Object.hasOwn(unattended, service) && unattended[service]?.has(call) === true;
}
