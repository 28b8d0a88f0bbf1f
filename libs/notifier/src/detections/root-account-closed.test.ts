import { describe, expect, test } from 'vitest';
import {
  adminIdentity,
  call,
  decisionOn,
  denied,
  expectVerdicts,
  federatedIdentity,
} from '../testing/records.ts';

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
    ['not another Organizations call', call('organizations AcceptHandshake'), 'root-write', 'high'],
  ]);

  test('names the member account that root of the management account closes', () => {
    const requestParameters = { accountId: '222233334444' };
    const { alert } = decisionOn(call('organizations CloseAccount', { requestParameters }));
    expect(alert?.subject).toBe('[CRITICAL] Account closed (222233334444): 123456789012');
    expect(alert?.mail).toMatch(/^Account 222233334444 was closed/);
    expect(alert?.attributes.accountId).toBe('123456789012');
  });

  test.each(['123456789012', 'all', 7])('names no other account for %j', (accountId) => {
    const { alert } = decisionOn(
      call('organizations CloseAccount', { requestParameters: { accountId } }),
    );
    expect(alert?.subject).toBe('[CRITICAL] Account closed: 123456789012');
  });
});
