import {
  CloudTrailRecordSchema,
  envelopeOf,
  severities,
} from '@root-activity-monitor/event-schema';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detect } from '../detections/detect.ts';
import type { Finding } from '../detections/finding.ts';
import { record } from '../testing/arbitrary-events.ts';
import {
  call,
  federatedIdentity,
  longTermKey,
  rootIdentity,
  rootSessionIdentity,
} from '../testing/records.ts';
import { isInstructed, isUnattended, serviceLabel } from './invoked-by.ts';
import { readActivity } from './read-activity.ts';

const numRuns = Number(process.env['PROPERTY_RUNS'] ?? 400);

type Fields = Readonly<Record<string, unknown>>;

const findingOn = (detail: Fields): Finding =>
  detect(readActivity(envelopeOf(detail), 'message-1'));
/** How many steps milder the second finding is. */
const steps = (before: Finding, after: Finding) =>
  severities.indexOf(before.severity) - severities.indexOf(after.severity);

const identities: Readonly<Record<string, Fields>> = {
  root: rootIdentity(),
  'a long-term key of root': rootIdentity({ accessKeyId: longTermKey, sessionContext: undefined }),
  'a session that AssumeRoot granted': rootSessionIdentity,
  'a session that root federated': federatedIdentity,
};
const services = [
  'aws-mcp.amazonaws.com',
  'cloudformation.amazonaws.com',
  'cloudcontrolapi.amazonaws.com',
  's3.amazonaws.com.cn',
  'autoscaling.amazonaws.com',
  'rds.amazonaws.com',
  'AWS Internal',
  'a-service-of-next-year.amazonaws.com',
];

describe.each(Object.entries(identities))('a call by %s through a service', (_, userIdentity) => {
  const through = (detail: Fields, invokedBy: string) => ({
    ...detail,
    userIdentity: { ...userIdentity, invokedBy },
  });
  const property = (check: (before: Finding, after: Finding, service: string) => void) =>
    fc.property(record, fc.constantFrom(...services), (detail, service) => {
      fc.pre(detail['eventType'] !== 'AwsServiceEvent');
      const after = through(detail, service);
      const parsed = CloudTrailRecordSchema.safeParse(after);
      fc.pre(parsed.success && !isUnattended(parsed.data));
      check(findingOn({ ...detail, userIdentity }), findingOn(after), service);
    });

  it('is judged at most one step milder, and by the same detection', () => {
    const check = (before: Finding, after: Finding) => {
      expect(after.detection.id).toBe(before.detection.id);
      expect(steps(before, after)).toBeLessThanOrEqual(1);
      expect(steps(before, after)).toBeGreaterThanOrEqual(0);
    };
    fc.assert(property(check), { numRuns });
  });

  it('is no milder when it is critical, or an agent or a stack made it on instruction', () => {
    const check = (before: Finding, after: Finding, service: string) => {
      if (before.severity === 'critical' || /^(aws-mcp|cloud)/.test(service)) {
        expect(after.severity).toBe(before.severity);
      }
    };
    fc.assert(property(check), { numRuns });
  });
});

it.each([
  ['aws-mcp', true],
  ['mcp.us-east-1', true],
  ['cloudformation', true],
  ['member.org.stacksets.cloudformation', true],
  ['a-service-of-next-year', true],
  ['s3', false],
  ['AWS Internal', false],
])('somebody may have instructed %s to make the call: %s', (service, expected) => {
  expect(isInstructed(service)).toBe(expected);
});

it.each([
  ['AWS Internal', 'iam CreateServiceLinkedRole', {}],
  ['aidevops.amazonaws.com', 'iam CreateServiceLinkedRole', {}],
  ['stacksets.cloudformation.amazonaws.com', 'iam CreateServiceLinkedRole', {}],
  ['autoscaling.amazonaws.com', 'iam CreateServiceLinkedRole', { errorCode: 'AccessDenied' }],
  ['autoscaling.amazonaws.com', 'ec2 CreateLaunchTemplateVersion', {}],
  ['signin.amazonaws.com.cn', 'ec2 RunInstances', {}],
])('%s: %s %j is not unattended', (invokedBy, name, changes) => {
  const detail = call(name, { userIdentity: rootIdentity({ invokedBy }), ...changes });
  expect(isUnattended(CloudTrailRecordSchema.parse(detail))).toBe(false);
});

it.each([rootSessionIdentity, federatedIdentity])(
  'nothing is unattended in a session that ends within hours',
  (identity) => {
    const userIdentity = { ...identity, invokedBy: 'autoscaling.amazonaws.com' };
    const detail = CloudTrailRecordSchema.parse(call('ec2 RunInstances', { userIdentity }));
    expect(isUnattended(detail)).toBe(false);
  },
);

it.each([
  ['aws-mcp', 'an AI agent (AWS MCP Server)'],
  ['cloudformation', 'AWS CloudFormation'],
  ['rds', 'the AWS service "rds"'],
  ['mcp.us-east-1', 'the AWS service "mcp[.]us-east-1"'],
  ['constructor', 'the AWS service "constructor"'],
  ['AWS Internal', 'AWS Internal'],
])('%s is shown as %s', (service, label) => {
  expect(serviceLabel(service)).toBe(label);
});

it('a list of unattended calls that nobody wrote has no members', () => {
  const detail = call('ec2 RunInstances', {
    userIdentity: rootIdentity({ invokedBy: 'constructor.amazonaws.com' }),
  });
  expect(isUnattended(CloudTrailRecordSchema.parse(detail))).toBe(false);
});
