import { describe } from 'vitest';
import { call, denied, expectVerdicts, rootSessionIdentity } from '../testing/records.ts';

describe('root-identity-persistence', () => {
  expectVerdicts([
    [
      'a new user',
      call('iam CreateUser', { requestParameters: { userName: 'svc-backup-2' } }),
      'root-identity-persistence',
      'critical',
    ],
    [
      'a key for a user',
      call('iam CreateAccessKey', { requestParameters: { userName: 'ci-deployer' } }),
      'root-identity-persistence',
      'critical',
    ],
    [
      'more power for a role',
      call('iam AttachRolePolicy'),
      'root-identity-persistence',
      'critical',
    ],
    ['another trust', call('iam UpdateAssumeRolePolicy'), 'root-identity-persistence', 'critical'],
    [
      'not deleting a user',
      call('iam DeleteUser', { requestParameters: { userName: 'jo' } }),
      'root-write',
      'high',
    ],
    ['not when it was denied', call('iam CreateUser', denied), 'root-call-denied', 'high'],
    [
      'not inside a root session',
      call('iam CreateLoginProfile', { userIdentity: rootSessionIdentity }),
      'root-session-activity',
      'critical',
    ],
  ]);
});
