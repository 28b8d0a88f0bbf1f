import { describe, expect, it } from 'vitest';
import {
  adminIdentity,
  call,
  findingOn,
  denied,
  expectVerdicts,
  longTermKey,
  rootIdentity,
} from '../testing/records.ts';

function assumeRoot(task: string, changes: Readonly<Record<string, unknown>> = {}) {
  return call('sts AssumeRoot', {
    userIdentity: adminIdentity,
    recipientAccountId: '111122223333',
    requestParameters: {
      targetPrincipal: '222233334444',
      taskPolicyArn: { arn: `arn:aws:iam::aws:policy/root-task/${task}` },
    },
    ...changes,
  });
}

describe('root-session-granted', () => {
  it.each([
    ['an account ID', '222233334444'],
    ['an ARN', 'arn:aws:iam::222233334444:root'],
    ['an ARN of another partition', 'arn:aws-us-gov:iam::222233334444:root'],
  ])('is about the target account, given as %s', (_, targetPrincipal) => {
    const record = assumeRoot('S3UnlockBucketPolicy', { requestParameters: { targetPrincipal } });
    expect(findingOn(record).alert?.attributes.accountId).toBe('222233334444');
  });

  it('takes the target from the resources when the request does not name it', () => {
    const record = assumeRoot('S3UnlockBucketPolicy', {
      requestParameters: null,
      resources: [{ ARN: 'arn:aws:iam::222233334444:root' }],
    });
    expect(findingOn(record).alert?.attributes.accountId).toBe('222233334444');
  });

  expectVerdicts([
    ['medium', assumeRoot('S3UnlockBucketPolicy'), 'root-session-granted', 'medium'],
    [
      'critical when it gives root a password',
      assumeRoot('IAMCreateRootUserPassword'),
      'root-session-granted',
      'critical',
    ],
    [
      'high when it was denied',
      assumeRoot('IAMCreateRootUserPassword', denied),
      'root-session-granted',
      'high',
    ],
    ['high when root itself asks', call('sts AssumeRoot', denied), 'root-session-granted', 'high'],
    ['high were root to get one', call('sts AssumeRoot'), 'root-session-granted', 'high'],
    [
      'not when root asks with its access key',
      call('sts AssumeRoot', { userIdentity: rootIdentity({ accessKeyId: longTermKey }) }),
      'root-access-key-used',
      'critical',
    ],
    [
      'not AssumeRole',
      call('sts AssumeRole', { userIdentity: adminIdentity }),
      'unrecognized-root-event',
      'high',
    ],
  ]);
});
