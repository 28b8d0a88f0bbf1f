import { describe } from 'vitest';
import { call, expectVerdicts, longTermKey, rootIdentity } from '../testing/records.ts';

describe('root-by-service', () => {
  expectVerdicts([
    [
      'Auto Scaling replaces an instance',
      call('ec2 RunInstances', {
        userIdentity: rootIdentity({ invokedBy: 'autoscaling.amazonaws.com' }),
      }),
      'root-by-service',
      'info',
    ],
    [
      'a service creates the role that it alone can assume, in China too',
      call('iam CreateServiceLinkedRole', {
        userIdentity: rootIdentity({ invokedBy: 'autoscaling.amazonaws.com.cn' }),
      }),
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
      'not another call of a service on the list',
      call('ec2 AuthorizeSecurityGroupIngress', {
        userIdentity: rootIdentity({ invokedBy: 'autoscaling.amazonaws.com' }),
      }),
      'root-write',
      'medium',
    ],
    [
      'not a listed call of another service',
      call('ec2 RunInstances', {
        userIdentity: rootIdentity({ invokedBy: 'batch.amazonaws.com' }),
      }),
      'root-write',
      'high',
    ],
    [
      'not with a long-term key',
      call('ec2 RunInstances', {
        userIdentity: rootIdentity({
          invokedBy: 'autoscaling.amazonaws.com',
          accessKeyId: longTermKey,
        }),
      }),
      'root-access-key-used',
      'critical',
    ],
    [
      'not a service-linked role that somebody has a stack or an agent create',
      call('iam CreateServiceLinkedRole', {
        userIdentity: rootIdentity({ invokedBy: 'aws-mcp.amazonaws.com' }),
      }),
      'root-write',
      'high',
    ],
    [
      'not what S3 decrypts for root: somebody reads the object',
      call('kms Decrypt', {
        readOnly: true,
        userIdentity: rootIdentity({ invokedBy: 's3.amazonaws.com' }),
      }),
      'root-read',
      'low',
    ],
    [
      'not what root has a stack do',
      call('iam CreateRole', {
        userIdentity: rootIdentity({ invokedBy: 'cloudformation.amazonaws.com' }),
      }),
      'root-identity-persistence',
      'critical',
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
