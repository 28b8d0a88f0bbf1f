import { CloudTrailRecordSchema } from '@root-activity-monitor/event-schema';
import { describe, expect, it } from 'vitest';
import { call } from '../testing/records.ts';
import { isFailed, isReadOnly, isRefused } from './outcome.ts';

describe('failed', () => {
  it.each([
    [true, 'an errorCode', call('s3 ListBuckets', { errorCode: 'AccessDenied' })],
    [false, 'an empty errorCode', call('s3 ListBuckets', { errorCode: '' })],
    [
      false,
      'a message without a code, but at sign-in',
      call('s3 ListBuckets', { errorMessage: 'x' }),
    ],
    [
      true,
      'a message at sign-in',
      call('signin ConsoleLogin', { errorMessage: 'Failed authentication' }),
    ],
    [false, 'an empty message', call('signin ConsoleLogin', { errorMessage: '' })],
    [
      true,
      'Failure',
      call('signin ConsoleLogin', { responseElements: { ConsoleLogin: 'Failure' } }),
    ],
    [true, 'failure', call('signin CheckMfa', { responseElements: { CheckMfa: 'failure' } })],
    [
      true,
      'Failure in China',
      call('signin ConsoleLogin', {
        eventSource: 'signin.amazonaws.com.cn',
        responseElements: { ConsoleLogin: 'Failure' },
      }),
    ],
    [
      false,
      'Success beside a message',
      call('signin ConsoleLogin', {
        responseElements: { ConsoleLogin: 'Success' },
        errorMessage: 'x',
      }),
    ],
    [
      true,
      'success "false"',
      call('signin CreateOAuth2Token', { additionalEventData: { success: 'false' } }),
    ],
    [
      true,
      'success false',
      call('signin CreateOAuth2Token', { additionalEventData: { success: false } }),
    ],
    [
      false,
      'success "true"',
      call('signin CreateOAuth2Token', { additionalEventData: { success: 'true' } }),
    ],
    [
      false,
      'success that is no text',
      call('signin CreateOAuth2Token', { additionalEventData: { success: { toString: 1 } } }),
    ],
    [
      false,
      'Failure elsewhere',
      call('iam ConsoleLogin', { responseElements: { ConsoleLogin: 'Failure' } }),
    ],
    [false, 'nothing', call('signin ConsoleLogin')],
  ])('%s: %s', (failed, _, record) => {
    expect(isFailed(CloudTrailRecordSchema.parse(record))).toBe(failed);
  });
});

describe('read only, when the record does not say', () => {
  it.each([
    [true, 'ListBuckets'],
    [true, 'GetUser'],
    [true, 'AWSPaymentPortalService.GetPaymentsDue'],
    [true, 'BatchGetItem'],
    [false, 'Listen'],
    [false, 'DeleteUser'],
    [false, 'getUser'],
  ])('%s: %s', (readOnly, eventName) => {
    const record = call('example X', { eventName, readOnly: undefined });
    expect(isReadOnly(CloudTrailRecordSchema.parse(record))).toBe(readOnly);
  });

  it('the record has the last word', () => {
    const record = CloudTrailRecordSchema.parse(call('s3 GetObject', { readOnly: 'FALSE' }));
    expect(isReadOnly(record)).toBe(false);
  });
});

describe('a failed call was refused for who made it', () => {
  const refusedWith = (errorCode?: string, errorMessage?: string) =>
    isRefused(CloudTrailRecordSchema.parse(call('s3 GetObject', { errorCode, errorMessage })));

  it.each([
    'AccessDenied',
    'AccessDeniedException',
    'Client.UnauthorizedOperation',
    'NotAuthorizedException',
    'AuthFailure',
    'Client.OptInRequired',
    'NotSignedUp',
    'OperationNotPermitted',
    'RequestNotAllowedByPolicy',
    'SignatureDoesNotMatch',
    'InvalidClientTokenId',
    'ExpiredToken',
    'InvalidAccessKeyId',
    'AccountProblem',
    'AllAccessDisabled',
    'Blocked',
    'PendingVerification',
  ])('with %s', (code) => {
    expect(refusedWith(code)).toBe(true);
  });

  it.each([
    'NoSuchBucketPolicy',
    'ResourceNotFoundException',
    'InvalidNextTokenException',
    'InvalidPaginationToken',
    'SubscriptionRequiredException',
    'InsightNotEnabledException',
    'ThrottlingException',
    'ValidationException',
  ])('not with %s', (code) => {
    expect(refusedWith(code)).toBe(false);
  });

  it('with a message that says so, or without any code', () => {
    expect(refusedWith('ClientException', 'is not authorized to perform')).toBe(true);
    expect(refusedWith('ClientException', 'User not enabled for cost explorer access')).toBe(false);
    expect(refusedWith(undefined)).toBe(true);
  });
});

it.each(['SendEmail', 'SendRawEmail', 'SendBulkEmail', 'SendCustomVerificationEmail'])(
  'ses %s is no read, whatever CloudTrail says',
  (name) => {
    expect(isReadOnly(CloudTrailRecordSchema.parse(call(`ses ${name}`, { readOnly: true })))).toBe(
      false,
    );
  },
);
