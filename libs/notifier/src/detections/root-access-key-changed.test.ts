import { describe } from 'vitest';
import { call, expectVerdicts } from '../testing/records.ts';

describe('root-access-key-changed', () => {
  expectVerdicts([
    [
      'deleted',
      call('iam DeleteAccessKey', { requestParameters: { accessKeyId: 'AKIAQ7EXAMPLEROOTKEY' } }),
      'root-access-key-changed',
      'high',
    ],
    [
      'deactivated',
      call('iam UpdateAccessKey', { requestParameters: { status: 'Inactive' } }),
      'root-access-key-changed',
      'high',
    ],
    [
      'signing certificate',
      call('iam UploadSigningCertificate'),
      'root-access-key-changed',
      'high',
    ],
    ['CloudFront key pair', call('iam CreateCloudFrontKeyPair'), 'root-access-key-changed', 'high'],
    [
      'not the key of an IAM user',
      call('iam DeleteAccessKey', { requestParameters: { userName: 'jo' } }),
      'root-write',
      'high',
    ],
    [
      'not when an IAM user gets an active key again',
      call('iam UpdateAccessKey', { requestParameters: { userName: 'jo', status: 'Active' } }),
      'root-identity-persistence',
      'critical',
    ],
  ]);
});
