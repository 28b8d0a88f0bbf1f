import { describe } from 'vitest';
import {
  call,
  denied,
  expectVerdicts,
  rootIdentity,
  rootSessionIdentity,
} from '../testing/records.ts';

describe('root-session-activity', () => {
  expectVerdicts([
    [
      'low for audit reads',
      call('iam GetLoginProfile', { userIdentity: rootSessionIdentity, readOnly: true }),
      'root-session-activity',
      'low',
    ],
    [
      'medium for changes',
      call('s3 DeleteBucketPolicy', { userIdentity: rootSessionIdentity }),
      'root-session-activity',
      'medium',
    ],
    [
      'critical when root gets a password',
      call('iam CreateLoginProfile', { userIdentity: rootSessionIdentity }),
      'root-session-activity',
      'critical',
    ],
    [
      'with the flag as a boolean',
      call('s3 DeleteBucketPolicy', {
        userIdentity: rootIdentity({ sessionContext: { assumedRoot: true } }),
      }),
      'root-session-activity',
      'medium',
    ],
    [
      'critical without the flag, for only such sessions may leave out the user',
      call('iam CreateLoginProfile'),
      'root-session-activity',
      'critical',
    ],
    [
      'high when root was refused a password',
      call('iam CreateLoginProfile', { userIdentity: rootSessionIdentity, ...denied }),
      'root-session-activity',
      'high',
    ],
    [
      'critical when it takes the account over in any other way',
      call('iam CreateUser', { userIdentity: rootSessionIdentity }),
      'root-session-activity',
      'critical',
    ],
    [
      'medium when such a thing was refused',
      call('iam CreateUser', { userIdentity: rootSessionIdentity, ...denied }),
      'root-session-activity',
      'medium',
    ],
    [
      'not without the flag: judged by what the record shows',
      call('s3 DeleteBucketPolicy'),
      'root-write',
      'high',
    ],
  ]);
});
