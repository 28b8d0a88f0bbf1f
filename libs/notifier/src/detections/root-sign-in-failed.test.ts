import { describe } from 'vitest';
import { call, expectVerdicts } from '../testing/records.ts';

describe('root-sign-in-failed', () => {
  expectVerdicts([
    [
      'by responseElements, without errorCode',
      call('signin ConsoleLogin', { responseElements: { ConsoleLogin: 'Failure' } }),
      'root-sign-in-failed',
      'medium',
    ],
    [
      'by errorMessage alone',
      call('signin ConsoleLogin', { errorMessage: 'Failed authentication' }),
      'root-sign-in-failed',
      'medium',
    ],
    [
      'high at the MFA step: the password was right',
      call('signin ConsoleLogin', {
        responseElements: { ConsoleLogin: 'Failure' },
        additionalEventData: { MFAUsed: 'Yes' },
      }),
      'root-sign-in-failed',
      'high',
    ],
    [
      'not when it succeeded',
      call('signin ConsoleLogin', { responseElements: { ConsoleLogin: 'Success' } }),
      'root-sign-in',
      'critical',
    ],
  ]);
});
