import { describe } from 'vitest';
import { adminIdentity, call, denied, expectVerdicts } from '../testing/records.ts';

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
});
