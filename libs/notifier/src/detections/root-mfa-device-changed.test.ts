import { describe, expect, it } from 'vitest';
import { call, findingOn, denied, expectVerdicts } from '../testing/records.ts';

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

  it.each([
    [
      'DeactivateMFADevice',
      'arn:aws:iam::123456789012:u2f/root/key-7Q2M4EXAMPLE',
      /^An MFA device of the root user .* was taken away/,
    ],
    [
      'EnableMFADevice',
      'arn:aws:iam::123456789012:mfa/root-account-mfa-device',
      /^An MFA device of the root user .* was set up/,
    ],
    [
      'DeleteVirtualMFADevice',
      'arn:aws:iam::123456789012:mfa/root-account-mfa-device',
      /was taken away/,
    ],
    [
      'DeleteVirtualMFADevice',
      'arn:aws:iam::123456789012:mfa/jo',
      /deleted an MFA device, which can be its own or that of a user/,
    ],
    [
      'CreateVirtualMFADevice',
      undefined,
      /created an MFA device, which can be its own or that of a user/,
    ],
  ])('%s of %s says whose device it is', (eventName, serialNumber, said) => {
    const { alert, finding } = findingOn(
      call(`iam ${eventName}`, {
        requestParameters: {
          userName: serialNumber?.includes('root') ? 'alias' : undefined,
          serialNumber,
        },
      }),
    );
    expect(finding.detection.id).toBe('root-mfa-device-changed');
    expect(alert?.mail).toMatch(said);
  });
});
