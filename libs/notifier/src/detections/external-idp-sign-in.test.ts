import { describe } from 'vitest';
import { call, expectVerdicts, rootIdentity } from '../testing/records.ts';

describe('external-idp-sign-in', () => {
  expectVerdicts([
    [
      'labelled Root, without an ARN',
      call('signin ExternalIdPDirectoryLogin', { userIdentity: rootIdentity({ arn: '' }) }),
      'external-idp-sign-in',
      'info',
    ],
    [
      'not with the ARN of a root user',
      call('signin ExternalIdPDirectoryLogin'),
      'root-write',
      'high',
    ],
    [
      'not a call of that name elsewhere',
      call('example ExternalIdPDirectoryLogin', { userIdentity: rootIdentity({ arn: '' }) }),
      'root-write',
      'high',
    ],
  ]);
});
