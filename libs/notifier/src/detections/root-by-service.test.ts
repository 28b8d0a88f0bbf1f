import { describe } from 'vitest';
import { call, expectVerdicts, longTermKey, rootIdentity } from '../testing/records.ts';

describe('root-by-service', () => {
  expectVerdicts([
    [
      'forward access session, read',
      call('kms Decrypt', {
        readOnly: true,
        userIdentity: rootIdentity({ invokedBy: 's3.amazonaws.com' }),
      }),
      'root-by-service',
      'info',
    ],
    [
      'forward access session, write',
      call('iam CreateServiceLinkedRole', {
        userIdentity: rootIdentity({ invokedBy: 'autoscaling.amazonaws.com' }),
      }),
      'root-by-service',
      'info',
    ],
    [
      'from a long-term key',
      call('kms Decrypt', {
        userIdentity: rootIdentity({ invokedBy: 'AWS Internal', accessKeyId: longTermKey }),
      }),
      'root-by-service',
      'info',
    ],
    [
      'in China',
      call('kms Decrypt', { userIdentity: rootIdentity({ invokedBy: 's3.amazonaws.com.cn' }) }),
      'root-by-service',
      'info',
    ],
    [
      'service event',
      call('support RefreshTrustedAdvisorCheck', { eventType: 'AwsServiceEvent' }),
      'root-by-service',
      'info',
    ],
    [
      'whatever it is, for the call that made the service act alerts',
      call('iam CreateRole', {
        userIdentity: rootIdentity({ invokedBy: 'cloudformation.amazonaws.com' }),
      }),
      'root-by-service',
      'info',
    ],
    [
      'not when a service asks for a root session',
      call('sts AssumeRoot', {
        userIdentity: { type: 'AWSService', invokedBy: 'example.amazonaws.com' },
      }),
      'root-session-granted',
      'medium',
    ],
    [
      'not a person at the console, as it was recorded once',
      call('s3 CreateBucket', {
        userIdentity: rootIdentity({ invokedBy: 'signin.amazonaws.com' }),
      }),
      'root-write',
      'high',
    ],
    [
      'not an unknown invoker',
      call('s3 CreateBucket', { userIdentity: rootIdentity({ invokedBy: 'somebody' }) }),
      'root-write',
      'high',
    ],
  ]);
});
