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
    [
      'medium when somebody else was refused',
      call('signin PasswordUpdated', { userIdentity: adminIdentity, ...denied }),
      'root-password-changed',
      'medium',
    ],
    [
      'high when root, signed in, was refused',
      call('signin PasswordUpdated', { responseElements: { PasswordUpdated: 'Failure' } }),
      'root-password-changed',
      'high',
    ],
    ['not when it was denied', call('iam ChangePassword', denied), 'root-call-denied', 'high'],
  ]);
});
