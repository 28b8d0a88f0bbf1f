import { describe } from 'vitest';
import { adminIdentity, call, denied, expectVerdicts } from '../testing/records.ts';

describe('centralized-root-access-changed', () => {
  expectVerdicts([
    [
      'switched on',
      call('iam EnableOrganizationsRootSessions', { userIdentity: adminIdentity }),
      'centralized-root-access-changed',
      'critical',
    ],
    [
      'switched off',
      call('iam DisableOrganizationsRootCredentialsManagement', { userIdentity: adminIdentity }),
      'centralized-root-access-changed',
      'critical',
    ],
    [
      'medium when it was denied',
      call('iam DisableOrganizationsRootSessions', { userIdentity: adminIdentity, ...denied }),
      'centralized-root-access-changed',
      'medium',
    ],
    [
      'not reading the setting',
      call('iam ListOrganizationsFeatures', { readOnly: true }),
      'root-read',
      'low',
    ],
  ]);
});
