import type { CloudTrailRecord } from '@root-activity-monitor/event-schema';
import { isLongTermKey } from './access-key.ts';

/** Console calls that people made carried this `invokedBy` in older records. */
const consoleItself = /^signin\.amazonaws\.com(\.cn)?$/;

/** The AWS service through which somebody made the call: `cloudformation`, `s3`, `AWS Internal`. */
export function throughService({ userIdentity }: CloudTrailRecord): string | undefined {
  const { invokedBy } = userIdentity;
  if (invokedBy === undefined || consoleItself.test(invokedBy)) return undefined;
  if (invokedBy === 'AWS Internal') return invokedBy;
  return /^([\w.-]+)\.amazonaws\.com(\.cn)?$/.exec(invokedBy)?.[1];
}

/** Services that do what a person or a program tells them to, whatever that is. */
const instructed: Readonly<Record<string, string>> = {
  'aws-mcp': 'an AI agent (AWS MCP Server)',
  cloudformation: 'AWS CloudFormation',
  cloudcontrolapi: 'AWS Cloud Control API',
  servicecatalog: 'AWS Service Catalog',
  ssm: 'AWS Systems Manager',
  states: 'AWS Step Functions',
  scheduler: 'Amazon EventBridge Scheduler',
  cloud9: 'AWS Cloud9',
  sqlworkbench: 'Amazon Redshift query editor',
  'eks-mcp': 'an AI agent (Amazon EKS MCP Server)',
  'ecs-mcp': 'an AI agent (Amazon ECS MCP Server)',
  aidevops: 'an AI agent (AWS DevOps Agent)',
};

/** The service as people know it. */
export function serviceLabel(service: string): string {
  if (service === 'AWS Internal') return service;
  return Object.hasOwn(instructed, service)
    ? (instructed[service] ?? service)
    : `the AWS service "${service}"`;
}

/** Services that are agents, or act for one, by their principals and by what new ones are called. */
const agents =
  /(^|[.-])(mcp|q|agents?|aidevops|securityagent|bedrock(-[a-z-]+)?|codewhisperer|kiro|nova-act|chatbot|transform)([.-]|$)/;

/** An AI agent, or something that may be one. */
export function isAgent(service: string | undefined): boolean {
  return service !== undefined && agents.test(service);
}

/** Whether the service only passes on what somebody asks for. */
export function isInstructed(service: string): boolean {
  return isAgent(service) || Object.hasOwn(instructed, service);
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
  if (service === undefined || isLongTermKey(record.userIdentity.accessKeyId)) return false;
  const call = `${record.eventSource.replace(/\..*$/, '')} ${record.eventName}`;
  if (call === ownRole) return !isInstructed(service) && service !== 'AWS Internal';
  return Object.hasOwn(unattended, service) && unattended[service]?.has(call) === true;
}
