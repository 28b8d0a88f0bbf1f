import { describe } from 'vitest';
import { call, denied, expectVerdicts } from '../testing/records.ts';

describe('root-mfa-device-changed', () => {
  expectVerdicts([
    [
      'high when one is added',
      call('iam EnableMFADevice', { requestParameters: { userName: 'AWS ROOT USER' } }),
      'root-mfa-device-changed',
      'high',
    ],
    [
      'critical when one is deactivated',
      call('iam DeactivateMFADevice', { requestParameters: { userName: 'AWS ROOT USER' } }),
      'root-mfa-device-changed',
      'critical',
    ],
    [
      'critical when a virtual one is deleted',
      call('iam DeleteVirtualMFADevice'),
      'root-mfa-device-changed',
      'critical',
    ],
    [
      'high when one is created',
      call('iam CreateVirtualMFADevice'),
      'root-mfa-device-changed',
      'high',
    ],
    [
      'not the device of an IAM user',
      call('iam EnableMFADevice', { requestParameters: { userName: 'jo' } }),
      'root-identity-persistence',
      'critical',
    ],
    ['not when it was denied', call('iam DeactivateMFADevice', denied), 'root-call-denied', 'high'],
  ]);
});
