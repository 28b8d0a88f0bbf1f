import { describe } from 'vitest';
import { adminIdentity, call, denied, expectVerdicts } from '../testing/records.ts';

describe('root-call-denied', () => {
  expectVerdicts([
    ['a write', call('s3 CreateBucket', denied), 'root-call-denied', 'high'],
    ['a read', call('s3 GetBucketAcl', { readOnly: true, ...denied }), 'root-call-denied', 'high'],
    [
      'a read that EC2 refuses',
      call('ec2 DescribeVpcs', { readOnly: true, errorCode: 'Client.UnauthorizedOperation' }),
      'root-call-denied',
      'high',
    ],
    [
      'a read that a message calls refused',
      call('example GetThing', {
        readOnly: true,
        errorCode: 'ClientException',
        errorMessage: 'User: arn:aws:iam::123456789012:root is not authorized to perform this',
      }),
      'root-call-denied',
      'high',
    ],
    [
      'a change that fails, whatever the reason',
      call('s3 DeleteBucket', { errorCode: 'NoSuchBucket' }),
      'root-call-denied',
      'high',
    ],
    [
      'not a read of what does not exist',
      call('s3 GetBucketPolicy', { readOnly: true, errorCode: 'NoSuchBucketPolicy' }),
      'root-read',
      'low',
    ],
    [
      'not a read with a wrong parameter',
      call('monitoring GetDashboard', {
        readOnly: true,
        errorCode: 'InvalidParameterValueException',
      }),
      'root-read',
      'low',
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
