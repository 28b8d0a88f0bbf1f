import { describe } from 'vitest';
import { adminIdentity, call, denied, expectVerdicts } from '../testing/records.ts';

describe('root-call-denied', () => {
  expectVerdicts([
    ['a write', call('s3 CreateBucket', denied), 'root-call-denied', 'high'],
    [
      'a read',
      call('s3 GetBucketAcl', { readOnly: true, errorCode: 'NoSuchBucket' }),
      'root-call-denied',
      'high',
    ],
    ['not when it succeeded', call('s3 CreateBucket'), 'root-write', 'high'],
    [
      'not for others',
      call('sts AssumeRoot', { userIdentity: adminIdentity, ...denied }),
      'root-session-granted',
      'high',
    ],
  ]);
});
