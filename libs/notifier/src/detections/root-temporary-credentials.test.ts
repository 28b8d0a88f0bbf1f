import { describe } from 'vitest';
import { call, denied, expectVerdicts, rootSessionIdentity } from '../testing/records.ts';

describe('root-temporary-credentials', () => {
  expectVerdicts([
    ['session token', call('sts GetSessionToken'), 'root-temporary-credentials', 'high'],
    [
      'federation token',
      call('sts GetFederationToken', { requestParameters: { name: 'ops-shadow' } }),
      'root-temporary-credentials',
      'high',
    ],
    [
      'a token for another service, though CloudTrail calls it a read',
      call('sts GetWebIdentityToken', { readOnly: true }),
      'root-temporary-credentials',
      'high',
    ],
    [
      'a token for a program',
      call('signin CreateOAuth2TokenWithIAM', { readOnly: true }),
      'root-temporary-credentials',
      'high',
    ],
    [
      'credentials that a program exchanges for a token',
      call('signin CreateOAuth2Token', {
        readOnly: true,
        requestParameters: { client_id: 'arn:aws:signin:::client-credentials/sigv4' },
        additionalEventData: { grant_type: 'client_credentials', success: 'true' },
      }),
      'root-temporary-credentials',
      'high',
    ],
    [
      'in a session that AssumeRoot granted',
      call('signin CreateOAuth2TokenWithIAM', {
        readOnly: true,
        userIdentity: rootSessionIdentity,
      }),
      'root-temporary-credentials',
      'high',
    ],
    [
      'not a question about oneself',
      call('sts GetCallerIdentity', { readOnly: true }),
      'root-read',
      'low',
    ],
    ['not when it was denied', call('sts GetFederationToken', denied), 'root-call-denied', 'high'],
  ]);
});
