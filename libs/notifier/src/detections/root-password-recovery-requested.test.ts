import { describe } from 'vitest';
import { adminIdentity, call, expectVerdicts } from '../testing/records.ts';

describe('root-password-recovery-requested', () => {
  expectVerdicts([
    [
      'with root identity',
      call('signin PasswordRecoveryRequested'),
      'root-password-recovery-requested',
      'high',
    ],
    [
      'with an identity of no type',
      call('signin PasswordRecoveryRequested', { userIdentity: { accountId: '123456789012' } }),
      'root-password-recovery-requested',
      'high',
    ],
    [
      'with any other identity',
      call('signin PasswordRecoveryRequested', { userIdentity: adminIdentity }),
      'root-password-recovery-requested',
      'high',
    ],
    [
      'not when it was completed',
      call('signin PasswordRecoveryCompleted'),
      'root-password-recovery-completed',
      'critical',
    ],
    [
      'medium when it was refused',
      call('signin PasswordRecoveryRequested', {
        responseElements: { PasswordRecoveryRequested: 'Failure' },
      }),
      'root-password-recovery-requested',
      'medium',
    ],
  ]);
});
