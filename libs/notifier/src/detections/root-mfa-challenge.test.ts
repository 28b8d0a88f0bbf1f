import { describe } from 'vitest';
import { call, expectVerdicts } from '../testing/records.ts';

describe('root-mfa-challenge', () => {
  expectVerdicts([
    [
      'low: the prelude of a sign-in',
      call('signin CheckMfa', { responseElements: { CheckMfa: 'Success' } }),
      'root-mfa-challenge',
      'low',
    ],
    [
      'high when the password was right and the code was not',
      call('signin CheckMfa', { responseElements: { CheckMfa: 'Failure' } }),
      'root-mfa-challenge',
      'high',
    ],
    [
      'not the sign-in itself',
      call('signin ConsoleLogin', { additionalEventData: { MFAUsed: 'Yes' } }),
      'root-sign-in',
      'high',
    ],
  ]);
});
