import { describe } from 'vitest';
import { call, expectVerdicts } from '../testing/records.ts';

describe('root-read', () => {
  expectVerdicts([
    ['any other read', call('s3 ListBuckets', { readOnly: true }), 'root-read', 'low'],
    ['readOnly as text', call('s3 ListBuckets', { readOnly: 'true' }), 'root-read', 'low'],
    [
      'when the record does not say and the name does',
      call('ec2 DescribeInstances', { readOnly: undefined }),
      'root-read',
      'low',
    ],
    [
      'when the name says so behind its prefix',
      call('billingconsole AWSPaymentPortalService.GetPaymentsDue', { readOnly: undefined }),
      'root-read',
      'low',
    ],
    [
      'not a name that only begins alike',
      call('example Getaway', { readOnly: undefined }),
      'root-write',
      'high',
    ],
  ]);
});
