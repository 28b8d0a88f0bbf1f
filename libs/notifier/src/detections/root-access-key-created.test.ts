import { describe } from 'vitest';
import { call, denied, expectVerdicts, longTermKey, rootIdentity } from '../testing/records.ts';

describe('root-access-key-created', () => {
  expectVerdicts([
    ['for root itself', call('iam CreateAccessKey'), 'root-access-key-created', 'critical'],
    [
      'by a person, as the console recorded it once',
      call('iam CreateAccessKey', {
        userIdentity: rootIdentity({ invokedBy: 'signin.amazonaws.com' }),
      }),
      'root-access-key-created',
      'critical',
    ],
    [
      'with a root access key, which is both',
      call('iam CreateAccessKey', { userIdentity: rootIdentity({ accessKeyId: longTermKey }) }),
      'root-access-key-created',
      'critical',
    ],
    [
      'not a key of an IAM user',
      call('iam CreateAccessKey', { requestParameters: { userName: 'ci-deployer' } }),
      'root-identity-persistence',
      'critical',
    ],
    ['not when it was denied', call('iam CreateAccessKey', denied), 'root-call-denied', 'high'],
  ]);
});
