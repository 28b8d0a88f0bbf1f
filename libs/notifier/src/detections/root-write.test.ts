import { describe } from 'vitest';
import { call, expectVerdicts } from '../testing/records.ts';

describe('root-write', () => {
  expectVerdicts([
    ['any other change', call('s3 DeleteBucketPolicy'), 'root-write', 'high'],
    [
      'when the record does not say and the name is no reading one',
      call('s3 CreateBucket', { readOnly: undefined }),
      'root-write',
      'high',
    ],
    ['readOnly as text', call('s3 CreateBucket', { readOnly: 'false' }), 'root-write', 'high'],
    ['not a read', call('s3 ListBuckets', { readOnly: true }), 'root-read', 'low'],
  ]);
});
