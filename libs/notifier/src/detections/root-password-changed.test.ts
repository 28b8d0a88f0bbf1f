import { describe } from 'vitest';
import { adminIdentity, call, denied, expectVerdicts } from '../testing/records.ts';

describe('root-password-changed', () => {
  expectVerdicts([
    ['as recorded today', call('iam ChangePassword'), 'root-password-changed', 'critical'],
    [
      'as recorded until 2023',
      call('signin PasswordUpdated', { responseElements: { PasswordUpdated: 'Success' } }),
      'root-password-changed',
      'critical',
    ],
    [
      'as recorded until 2023, whatever its identity',
      call('signin PasswordUpdated', { userIdentity: adminIdentity }),
      'root-password-changed',
      'critical',
    ],
    ['not when it was denied', call('iam ChangePassword', denied), 'root-call-denied', 'high'],
  ]);
});
