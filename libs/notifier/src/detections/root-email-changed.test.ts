import { describe } from 'vitest';
import { adminIdentity, call, denied, expectVerdicts } from '../testing/records.ts';

describe('root-email-changed', () => {
  expectVerdicts([
    ['at the sign-in service', call('signin EmailUpdated'), 'root-email-changed', 'critical'],
    [
      'started by the management account',
      call('account StartPrimaryEmailUpdate', { userIdentity: adminIdentity }),
      'root-email-changed',
      'critical',
    ],
    [
      'accepted',
      call('account AcceptPrimaryEmailUpdate', { userIdentity: adminIdentity }),
      'root-email-changed',
      'critical',
    ],
    [
      'medium when a role was refused',
      call('account StartPrimaryEmailUpdate', { userIdentity: adminIdentity, ...denied }),
      'root-email-changed',
      'medium',
    ],
    [
      'not when root was refused',
      call('account StartPrimaryEmailUpdate', denied),
      'root-call-denied',
      'high',
    ],
  ]);
});
