import { describe } from 'vitest';
import { call, expectVerdicts, rootIdentity } from '../testing/records.ts';

function signIn(additionalEventData: Readonly<Record<string, string>>) {
  return call('signin ConsoleLogin', {
    userIdentity: rootIdentity({ accessKeyId: '', sessionContext: undefined }),
    eventType: 'AwsConsoleSignIn',
    responseElements: { ConsoleLogin: 'Success' },
    additionalEventData,
  });
}

describe('root-sign-in', () => {
  expectVerdicts([
    [
      'critical when the password alone was enough',
      signIn({ MFAUsed: 'No' }),
      'root-sign-in',
      'critical',
    ],
    ['high with MFA', signIn({ MFAUsed: 'Yes' }), 'root-sign-in', 'high'],
    ['high with MFA as written in 2022', signIn({ MFAUsed: 'YES' }), 'root-sign-in', 'high'],
    [
      'high when only the device is named',
      signIn({ MFAIdentifier: 'arn:aws:iam::123456789012:u2f/root/key-7Q2M4EXAMPLE' }),
      'root-sign-in',
      'high',
    ],
    ['critical when the record says nothing of MFA', signIn({}), 'root-sign-in', 'critical'],
    [
      'counts as success when the outcome is missing',
      { ...signIn({ MFAUsed: 'Yes' }), responseElements: null },
      'root-sign-in',
      'high',
    ],
    [
      'not when it failed',
      { ...signIn({}), responseElements: { ConsoleLogin: 'Failure' } },
      'root-sign-in-failed',
      'medium',
    ],
    [
      'not for an IAM user called root',
      {
        ...signIn({}),
        userIdentity: { type: 'IAMUser', userName: 'root', accountId: '123456789012' },
      },
      'unrecognized-root-event',
      'high',
    ],
  ]);
});
