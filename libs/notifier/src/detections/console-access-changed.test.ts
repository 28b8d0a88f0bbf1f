import { describe } from 'vitest';
import {
  adminIdentity,
  call,
  denied,
  expectVerdicts,
  federatedIdentity,
} from '../testing/records.ts';

const byRole = (name: string, changes = {}) =>
  call(name, { userIdentity: adminIdentity, ...changes });

describe('console-access-changed', () => {
  expectVerdicts([
    [
      'switched on',
      byRole('signin PutConsoleAuthorizationConfiguration'),
      'console-access-changed',
      'high',
    ],
    [
      'switched off',
      byRole('signin DeleteConsoleAuthorizationConfiguration'),
      'console-access-changed',
      'high',
    ],
    [
      'a statement',
      byRole('signin PutResourcePermissionStatement'),
      'console-access-changed',
      'high',
    ],
    [
      'medium when it was denied',
      byRole('signin DeleteResourcePermissionStatement', denied),
      'console-access-changed',
      'medium',
    ],
    [
      'not by root',
      call('signin PutResourcePermissionStatement'),
      'root-defense-evasion',
      'critical',
    ],
    [
      'not by a session of root',
      call('signin PutResourcePermissionStatement', { userIdentity: federatedIdentity }),
      'root-federated-activity',
      'critical',
    ],
    [
      'not when root was denied',
      call('signin PutResourcePermissionStatement', denied),
      'root-call-denied',
      'high',
    ],
  ]);
});
