import { describe } from 'vitest';
import { call, rootSessionIdentity } from '../testing/records.ts';
import { expectTexts } from '../testing/texts.ts';

describe('the texts on signing in, and on what it grants, say what happened and what to do', () => {
  expectTexts([
    [
      'agent',
      call('signin AuthorizeOAuth2Access', {
        requestParameters: {
          client_id: 'arn:aws:signin:us-east-1::external-client/dcr/bcb1078d',
          redirect_uri: 'https://agent.example.com/callback',
        },
      }),
      'Root sign-in for an AI agent',
      ['gave an AI agent (agent[.]example[.]com) the powers', 'work for up to an hour'],
      ['aws login'],
    ],
    [
      'agent, by what it asks for',
      call('signin CreateOAuth2Token', {
        requestParameters: { client_id: 'x', resource: 'https://aws-mcp.us-east-1.api.aws/mcp' },
        additionalEventData: {
          signInSessionArn: 'arn:aws:signin:us-east-1:123456789012:session/a90e1d90',
        },
      }),
      'Root sign-in for an AI agent',
      ['aws:SignInSessionArn (arn:aws:signin:us-east-1:123456789012:session/a90e1d90)'],
      ['aws login'],
    ],
    [
      'another program',
      call('signin CreateOAuth2Token', {
        requestParameters: { client_id: 'arn:aws:signin:::app/x' },
      }),
      'Root sign-in for a program',
      ['gave a program the powers'],
      ['aws login', 'AI agent'],
    ],
    [
      'renewed',
      call('signin CreateOAuth2Token', {
        requestParameters: { client_id: 'arn:aws:signin:us-east-1::external-client/dcr/bcb1078d' },
        additionalEventData: { grant_type: 'refresh_token' },
      }),
      'Root token renewed for an AI agent',
      ['nobody signed in anew'],
      [],
    ],
    [
      'web identity token',
      call('sts GetWebIdentityToken', { readOnly: true, userIdentity: rootSessionIdentity }),
      'Root issued temporary credentials',
      ['A root session of account 123456789012 issued', 'until they expire'],
      ['at most an hour'],
    ],
    [
      'sign-in refused by a policy',
      call('signin ConsoleLogin', {
        errorMessage: 'Authorization denied because of a resource control policy',
        responseElements: { ConsoleLogin: 'Failure' },
      }),
      'Root sign-in refused by a policy',
      ['did its work'],
      [],
    ],
    [
      'same device',
      call('signin CreateOAuth2Token', {
        requestParameters: { client_id: 'arn:aws:signin:::devtools/same-device' },
      }),
      'Root sign-in for the command line',
      ['"aws login"'],
      ['phishing'],
    ],
    [
      'other device',
      call('signin CreateOAuth2Token', {
        requestParameters: { client_id: 'arn:aws:signin:::devtools/cross-device' },
      }),
      'Root sign-in for the command line',
      ['phishing'],
      [],
    ],
    [
      'MFA asked for',
      call('signin CheckMfa', { responseElements: { CheckMfa: 'Success' } }),
      'Root was asked for MFA',
      [
        'whether it was passed is not recorded',
        'If none follows, somebody knows the root password',
      ],
      ['and passed'],
    ],
    [
      'MFA not passed',
      call('signin CheckMfa', { responseElements: { CheckMfa: 'Failure' } }),
      'Root sign-in: wrong MFA',
      ['failed at MFA.', 'treat the root password as stolen', "somebody who knows root's password"],
      [],
    ],
    [
      'session token',
      call('sts GetSessionToken', { responseElements: { credentials: { expiration: 'Nov 2' } } }),
      'Root issued temporary credentials',
      ['(GetSessionToken)', 'the record says: Nov 2'],
      ['federated-user'],
    ],
    [
      'federation token',
      call('sts GetFederationToken', { requestParameters: { name: 'ops' } }),
      'Root issued temporary credentials',
      ['named "ops"', 'federated-user/*', 'the record says: nothing'],
      [],
    ],
    [
      'sign-in, MFA unknown',
      call('signin ConsoleLogin'),
      'Root sign-in without MFA',
      ['nothing shows that an MFA device', 'register an MFA device'],
      [],
    ],
    [
      'sign-in without MFA',
      call('signin ConsoleLogin', { additionalEventData: { MFAUsed: 'No' } }),
      'Root sign-in without MFA',
      ['with the password alone'],
      [],
    ],
    [
      'sign-in with MFA',
      call('signin ConsoleLogin', { additionalEventData: { MFAUsed: 'Yes' } }),
      'Root sign-in',
      ['with the password and an MFA device'],
      ['register an MFA device'],
    ],
  ]);
});
