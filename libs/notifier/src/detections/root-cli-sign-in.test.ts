import { describe } from 'vitest';
import { call, expectVerdicts } from '../testing/records.ts';

describe('root-cli-sign-in', () => {
  expectVerdicts([
    [
      'aws login, though it is read-only',
      call('signin AuthorizeOAuth2Access', {
        readOnly: true,
        additionalEventData: { success: 'true' },
      }),
      'root-cli-sign-in',
      'high',
    ],
    [
      'the token that follows',
      call('signin CreateOAuth2Token', { readOnly: true }),
      'root-cli-sign-in',
      'high',
    ],
    [
      'low: a token that was granted before is renewed',
      call('signin CreateOAuth2Token', {
        readOnly: true,
        additionalEventData: { success: 'true', grant_type: 'refresh_token' },
      }),
      'root-cli-sign-in',
      'low',
    ],
    [
      'a first grant to an agent',
      call('signin CreateOAuth2Token', {
        readOnly: true,
        additionalEventData: { success: 'true', grant_type: 'authorization_code' },
        requestParameters: { resource: 'https://aws-mcp.us-east-1.api.aws/mcp' },
      }),
      'root-cli-sign-in',
      'high',
    ],
    [
      'not when it failed',
      call('signin CreateOAuth2Token', {
        readOnly: true,
        additionalEventData: { success: 'false' },
      }),
      'root-call-denied',
      'high',
    ],
  ]);
});
