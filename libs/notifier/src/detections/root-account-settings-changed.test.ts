import { describe } from 'vitest';
import { call, denied, expectVerdicts } from '../testing/records.ts';

describe('root-account-settings-changed', () => {
  expectVerdicts([
    ['contacts', call('account PutAlternateContact'), 'root-account-settings-changed', 'high'],
    ['name', call('account PutAccountName'), 'root-account-settings-changed', 'high'],
    [
      'Regions',
      call('account EnableRegion', { requestParameters: { regionName: 'af-south-1' } }),
      'root-account-settings-changed',
      'high',
    ],
    [
      'contacts, as the billing console recorded them',
      call('billingconsole SetContactAddress'),
      'root-account-settings-changed',
      'high',
    ],
    [
      'not reading them',
      call('account GetContactInformation', { readOnly: true }),
      'root-read',
      'low',
    ],
    ['not when it was denied', call('account EnableRegion', denied), 'root-call-denied', 'high'],
  ]);
});
