import { CloudTrailRecordSchema } from '@root-activity-monitor/event-schema';
import { describe, expect, it } from 'vitest';
import { adminIdentity, call, federatedIdentity, rootIdentity } from '../testing/records.ts';
import { accountIdOr, recorderOf, rootAccountOf } from './account.ts';
import { actorOf } from './actor.ts';

function accountOf(changes: Readonly<Record<string, unknown>>) {
  const record = CloudTrailRecordSchema.parse(call('sts AssumeRoot', changes));
  return rootAccountOf(record, actorOf(record));
}

describe('the account whose root user it is about', () => {
  it.each([
    ['that of root', { recipientAccountId: '222233334444' }, '123456789012'],
    [
      'that in the ARN of root, in any partition',
      {
        userIdentity: rootIdentity({ accountId: '', arn: 'arn:aws-us-gov:iam::222233334444:root' }),
      },
      '222233334444',
    ],
    [
      'the principal ID of root',
      { userIdentity: { type: 'Root', principalId: '222233334444' } },
      '222233334444',
    ],
    [
      'the recorder, when the identity is empty',
      { userIdentity: { type: 'Root' }, recipientAccountId: '222233334444' },
      '222233334444',
    ],
    [
      'that of the root that issued the session',
      { userIdentity: { ...federatedIdentity, accountId: '222233334444' } },
      '123456789012',
    ],
    [
      'the target of a role, before the caller',
      { userIdentity: adminIdentity, requestParameters: { accountId: '222233334444' } },
      '222233334444',
    ],
    [
      'the recorder, when a role names no target',
      { userIdentity: adminIdentity, recipientAccountId: '222233334444' },
      '222233334444',
    ],
    [
      'not what a service names for root',
      {
        userIdentity: rootIdentity({ invokedBy: 's3.amazonaws.com' }),
        requestParameters: { accountId: '222233334444' },
      },
      '123456789012',
    ],
    [
      'not a target that is no account ID',
      { userIdentity: adminIdentity, requestParameters: { accountId: '22223333444' } },
      '123456789012',
    ],
    [
      'not the owner of a resource of another call',
      {
        eventName: 'StartPrimaryEmailUpdate',
        userIdentity: adminIdentity,
        resources: [{ accountId: '222233334444' }],
      },
      '123456789012',
    ],
    ['none', { userIdentity: {}, recipientAccountId: 42 }, undefined],
  ])('%s', (_, changes, account) => {
    expect(accountOf(changes)).toBe(account);
  });
});

it('the recorder is the recipient, then the account of the envelope, then that of the identity', () => {
  const record = (changes = {}) => CloudTrailRecordSchema.parse(call('s3 GetObject', changes));
  expect(recorderOf(record(), '222233334444')).toBe('123456789012');
  expect(recorderOf(record({ recipientAccountId: undefined }), '222233334444')).toBe(
    '222233334444',
  );
  expect(recorderOf(record({ recipientAccountId: undefined }), 7)).toBe('123456789012');
});

it('only 12 digits are an account ID', () => {
  expect(accountIdOr('unknown', '1234567890123', '12345678901a', null, {})).toBe('unknown');
  expect(accountIdOr('unknown', 'x', '210987654321')).toBe('210987654321');
});
