import { describe } from 'vitest';
import { call, denied, expectVerdicts } from '../testing/records.ts';

describe('root-temporary-credentials', () => {
  expectVerdicts([
    ['session token', call('sts GetSessionToken'), 'root-temporary-credentials', 'high'],
    [
      'federation token',
      call('sts GetFederationToken', { requestParameters: { name: 'ops-shadow' } }),
      'root-temporary-credentials',
      'high',
    ],
    [
      'not a question about oneself',
      call('sts GetCallerIdentity', { readOnly: true }),
      'root-read',
      'low',
    ],
    ['not when it was denied', call('sts GetFederationToken', denied), 'root-call-denied', 'high'],
  ]);
});
