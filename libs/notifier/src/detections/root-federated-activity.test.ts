import { describe } from 'vitest';
import { call, denied, expectVerdicts, federatedIdentity } from '../testing/records.ts';

describe('root-federated-activity', () => {
  expectVerdicts([
    [
      'a read',
      call('s3 ListBuckets', { userIdentity: federatedIdentity, readOnly: true }),
      'root-federated-activity',
      'high',
    ],
    [
      'critical when it empowers an identity',
      call('iam CreateUser', { userIdentity: federatedIdentity }),
      'root-federated-activity',
      'critical',
    ],
    [
      'high when that was denied',
      call('iam CreateUser', { userIdentity: federatedIdentity, ...denied }),
      'root-federated-activity',
      'high',
    ],
    [
      'not a session that an IAM user issued',
      call('account CloseAccount', {
        userIdentity: {
          type: 'FederatedUser',
          accountId: '123456789012',
          sessionContext: { sessionIssuer: { type: 'IAMUser' } },
        },
      }),
      'root-account-closed',
      'critical',
    ],
  ]);
});
