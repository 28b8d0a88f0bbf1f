import { describe } from 'vitest';
import { call, expectVerdicts } from '../testing/records.ts';

describe('root-password-recovery-completed', () => {
  expectVerdicts([
    [
      'with root identity',
      call('signin PasswordRecoveryCompleted'),
      'root-password-recovery-completed',
      'critical',
    ],
    [
      'with an empty identity',
      call('signin PasswordRecoveryCompleted', { userIdentity: {} }),
      'root-password-recovery-completed',
      'critical',
    ],
    [
      'not a mere request',
      call('signin PasswordRecoveryRequested'),
      'root-password-recovery-requested',
      'high',
    ],
    [
      'high when it was refused',
      call('signin PasswordRecoveryCompleted', {
        responseElements: { PasswordRecoveryCompleted: 'Failure' },
      }),
      'root-password-recovery-completed',
      'high',
    ],
  ]);
});
