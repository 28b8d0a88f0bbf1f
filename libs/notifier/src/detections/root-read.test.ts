import { describe } from 'vitest';
import { call, expectVerdicts } from '../testing/records.ts';

describe('root-read', () => {
  expectVerdicts([
    ['any other read', call('s3 ListBuckets', { readOnly: true }), 'root-read', 'low'],
    ...[
      ['secretsmanager GetSecretValue', undefined],
      ['ssm GetParameters', { withDecryption: true }],
      ['ec2 GetPasswordData', undefined],
      ['kms Decrypt', undefined],
    ].map(
      ([name, requestParameters]) =>
        [
          `medium: ${name} yields a secret`,
          call(String(name), { readOnly: true, requestParameters }),
          'root-read',
          'medium',
        ] as const,
    ),
    [
      'low: a parameter that is not decrypted',
      call('ssm GetParameters', { readOnly: true, requestParameters: { withDecryption: false } }),
      'root-read',
      'low',
    ],
    [
      'low: a parameter, when the record does not say whether it is decrypted',
      call('ssm GetParameterHistory', { readOnly: true }),
      'root-read',
      'low',
    ],
    [
      'medium: every kind of reading parameters',
      call('ssm GetParameterHistory', {
        readOnly: true,
        requestParameters: { withDecryption: true },
      }),
      'root-read',
      'medium',
    ],
    [
      'low: a secret that does not exist',
      call('secretsmanager GetSecretValue', {
        readOnly: true,
        errorCode: 'ResourceNotFoundException',
      }),
      'root-read',
      'low',
    ],
    [
      'not mail, though CloudTrail calls it a read',
      call('ses SendEmail', { readOnly: true }),
      'root-write',
      'high',
    ],
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
