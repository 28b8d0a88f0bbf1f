import { describe } from 'vitest';
import { call, denied, expectVerdicts, longTermKey, rootIdentity } from '../testing/records.ts';

const userIdentity = rootIdentity({ accessKeyId: longTermKey, sessionContext: undefined });

describe('root-access-key-used', () => {
  expectVerdicts([
    [
      'a read',
      call('sts GetCallerIdentity', { userIdentity, readOnly: true }),
      'root-access-key-used',
      'critical',
    ],
    [
      'a call that was denied',
      call('organizations LeaveOrganization', { userIdentity, ...denied }),
      'root-access-key-used',
      'critical',
    ],
    [
      'a call that another detection knows as high',
      call('sts GetSessionToken', { userIdentity }),
      'root-access-key-used',
      'critical',
    ],
    [
      'not with a session key',
      call('sts GetCallerIdentity', { readOnly: true }),
      'root-read',
      'low',
    ],
    [
      'not with the key of an IAM user',
      call('account StartPrimaryEmailUpdate', {
        userIdentity: { type: 'IAMUser', accessKeyId: longTermKey, accountId: '123456789012' },
      }),
      'root-email-changed',
      'critical',
    ],
  ]);
});
