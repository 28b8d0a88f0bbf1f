import { describe, expect, it } from 'vitest';
import {
  adminIdentity,
  call,
  findingOn,
  denied,
  expectVerdicts,
  federatedIdentity,
} from '../testing/records.ts';

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
    [
      'not by a session of root, which is as bad',
      call('account StartPrimaryEmailUpdate', { userIdentity: federatedIdentity }),
      'root-federated-activity',
      'critical',
    ],
  ]);

  it('is about the member account that root of the management account names', () => {
    const requestParameters = { accountId: '222233334444' };
    const { alert } = findingOn(call('account AcceptPrimaryEmailUpdate', { requestParameters }));
    expect(alert?.mail).toMatch(
      /^The e-mail address of the root user of account 222233334444 was changed/,
    );
    expect(alert?.subject).toContain('Root e-mail address changed (222233334444)');
  });
});
