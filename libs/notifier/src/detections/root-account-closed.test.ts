import { describe, expect, it } from 'vitest';
import {
  adminIdentity,
  call,
  findingOn,
  denied,
  expectVerdicts,
  federatedIdentity,
} from '../testing/records.ts';

const departure = (details: Readonly<Record<string, unknown>>) =>
  call('organizations AccountDepartedOrganization', {
    eventType: 'AwsServiceEvent',
    userIdentity: { accountId: '111122223333', invokedBy: 'organizations.amazonaws.com' },
    serviceEventDetails: { accountId: '222233334444', ...details },
  });

describe('root-account-closed', () => {
  expectVerdicts([
    ['at Account Management', call('account CloseAccount'), 'root-account-closed', 'critical'],
    ['at Organizations', call('organizations CloseAccount'), 'root-account-closed', 'critical'],
    [
      'in the billing console',
      call('billingconsole CloseAccount', { eventType: 'AwsConsoleAction' }),
      'root-account-closed',
      'critical',
    ],
    [
      'leaving the organization',
      call('organizations LeaveOrganization'),
      'root-account-closed',
      'critical',
    ],
    [
      'taken out of the organization',
      call('organizations RemoveAccountFromOrganization'),
      'root-account-closed',
      'critical',
    ],
    [
      'not when a session of root was refused',
      call('account CloseAccount', { userIdentity: federatedIdentity, ...denied }),
      'root-federated-activity',
      'high',
    ],
    [
      'medium when a role was refused',
      call('account CloseAccount', { userIdentity: adminIdentity, ...denied }),
      'root-account-closed',
      'medium',
    ],
    [
      'not when root was refused',
      call('organizations LeaveOrganization', denied),
      'root-call-denied',
      'high',
    ],
    [
      'going straight to another organization',
      call('organizations AcceptHandshake', {
        responseElements: { handshake: { action: 'INVITE' } },
      }),
      'root-account-closed',
      'critical',
    ],
    [
      'a handshake that does not say for what',
      call('organizations AcceptHandshake', { userIdentity: adminIdentity }),
      'root-account-closed',
      'critical',
    ],
    [
      'low: another handshake, by a role',
      call('organizations AcceptHandshake', {
        userIdentity: adminIdentity,
        responseElements: { handshake: { action: 'APPROVE_ALL_FEATURES' } },
      }),
      'root-account-closed',
      'low',
    ],
    [
      'not another handshake, by root',
      call('organizations AcceptHandshake', {
        responseElements: { handshake: { action: 'APPROVE_ALL_FEATURES' } },
      }),
      'root-write',
      'high',
    ],
    [
      'an account left, as the management account learns',
      departure({ departedMethod: 'Left' }),
      'root-account-closed',
      'critical',
    ],
    [
      'medium: the same, in the newer words',
      departure({ departureMethod: 'REMOVED' }),
      'root-account-closed',
      'medium',
    ],
    [
      'the organization deleted by a role',
      call('organizations DeleteOrganization', { userIdentity: adminIdentity }),
      'root-account-closed',
      'critical',
    ],
    [
      'medium: the billing handed over',
      call('organizations AcceptHandshake', {
        userIdentity: adminIdentity,
        responseElements: { handshake: { action: 'TRANSFER_RESPONSIBILITY' } },
      }),
      'root-account-closed',
      'medium',
    ],
    ['an account departed somehow', departure({}), 'root-account-closed', 'critical'],
    [
      'medium: it was taken out, which the call itself alerted',
      departure({ departedMethod: 'Removed' }),
      'root-account-closed',
      'medium',
    ],
    ['not another Organizations call', call('organizations InviteAccount'), 'root-write', 'high'],
  ]);

  it('names the member account that root of the management account closes', () => {
    const requestParameters = { accountId: '222233334444' };
    const { alert } = findingOn(call('organizations CloseAccount', { requestParameters }));
    expect(alert?.subject).toBe('[CRITICAL] Account closed (222233334444): 123456789012');
    expect(alert?.mail).toMatch(/^Account 222233334444 was closed/);
    expect(alert?.attributes.accountId).toBe('123456789012');
  });

  it.each(['123456789012', 'all', 7])('names no other account for %j', (accountId) => {
    const { alert } = findingOn(
      call('organizations CloseAccount', { requestParameters: { accountId } }),
    );
    expect(alert?.subject).toBe('[CRITICAL] Account closed: 123456789012');
  });
});
