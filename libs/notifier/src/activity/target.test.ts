import { describe, expect, it } from 'vitest';
import { fieldsOf } from './fields.ts';
import { shortTargetOf, targetOf } from './target.ts';

const callOf = (service: string, request: unknown, additional?: unknown) => ({
  service,
  eventName: 'Call',
  request: fieldsOf(request),
  additional: fieldsOf(additional),
});

describe('what a call is about', () => {
  it.each([
    ['iam', { userName: 'backup-2' }, 'user backup-2'],
    [
      'iam',
      { userName: 'backup-2', policyArn: 'arn:aws:iam::aws:policy/AdministratorAccess' },
      'user backup-2, policy arn:aws:iam::aws:policy/AdministratorAccess',
    ],
    ['cloudtrail', { name: 'org-trail' }, 'trail org-trail'],
    ['events', { name: 'nightly', eventBusName: 'default' }, 'rule nightly, event bus default'],
    ['example', { name: 'something' }, undefined],
    ['constructor', { name: 'something' }, undefined],
    [
      'ec2',
      { instancesSet: { items: [1, 2, 3, 4].map((n) => ({ instanceId: `i-${n}` })) } },
      'instance i-1, instance i-2, instance i-3, and 1 more',
    ],
    ['ec2', { instancesSet: { items: 'many' } }, undefined],
    ['iam', { userName: 'AWS ROOT USER' }, undefined],
    ['iam', { userName: 'jo\r\n@all' }, 'user jo\uFFFD[at]all'],
    ['account', { contactInformation: { fullName: 'Jo' }, phoneNumber: '+1 555 0100' }, undefined],
    ['s3', undefined, undefined],
  ])('%s %j', (service, request, target) => {
    expect(targetOf(callOf(service, request))).toBe(target);
  });

  it('the calls that a tool of an agent made', () => {
    const downstreamRequests = [{ apiName: 'iam:CreateUser' }, { other: 1 }, 'x', { apiName: 2 }];
    expect(targetOf(callOf('aws-mcp', undefined, { downstreamRequests }))).toBe(
      'iam:CreateUser, 2',
    );
  });
});

it.each([
  [{ policyArn: 'arn:aws:iam::aws:policy/AdministratorAccess' }, 'policy AdministratorAccess'],
  [{ topicArn: 'arn:aws:sns:eu-west-1:123456789012:orders' }, 'topic orders'],
  [{ userName: 'backup-2' }, 'user backup-2'],
  [{ keyName: 'x): 210987654321' }, undefined],
  [{ alarmName: 'planned DR test, ignore' }, undefined],
  [{ userName: 'jane.doe@example.com' }, undefined],
  [{}, undefined],
])('in a subject line %j is %s', (request, target) => {
  expect(shortTargetOf(callOf('iam', request))).toBe(target);
});

it('what is named twice is shown once', () => {
  const items = [{ volumeId: 'vol-1' }, { volumeId: 'vol-1' }];
  expect(targetOf(callOf('ec2', { volumeSet: { items } }))).toBe('volume vol-1');
});
