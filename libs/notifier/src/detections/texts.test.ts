import { describe, expect, test } from 'vitest';
import {
  adminIdentity,
  call,
  decisionOn,
  denied,
  rootSessionIdentity,
} from '../testing/records.ts';

/** What a call is named in the subject, and words that its mail must and must not have. */
const cases = [
  [
    'switched on',
    call('iam EnableOrganizationsRootSessions', { userIdentity: adminIdentity }),
    'Centralized root access switched on',
    [
      'has switched centralized root access on',
      'switch it off (',
      'Revoke the sessions of "arn:aws:sts::111122223333:assumed-role/OrgAdmin/jo"',
    ],
    ['switch it on again'],
  ],
  [
    'switched off',
    call('iam DisableOrganizationsRootSessions', { userIdentity: { type: 'AssumedRole' } }),
    'Centralized root access switched off',
    ['root access off', 'switch it on again', '"the identity that made the call"'],
    ['switch it off ('],
  ],
  [
    'toggle refused',
    call('iam DisableOrganizationsRootSessions', { userIdentity: adminIdentity, ...denied }),
    'Centralized root access change refused',
    ['tried to switch'],
    [],
  ],
  [
    'key switched off',
    call('iam UpdateAccessKey', { requestParameters: { status: 'Inactive' } }),
    'Root key changed',
    ['(UpdateAccessKey, now Inactive)', 'Take the key away now'],
    ['Deleting root keys'],
  ],
  [
    'key deleted',
    call('iam DeleteAccessKey'),
    'Root key deleted',
    ['(DeleteAccessKey)', 'Deleting root keys is good practice'],
    ['Take the key away now'],
  ],
  [
    'certificate',
    call('iam UploadSigningCertificate'),
    'Root key changed',
    ["Remove root's password"],
    ['Take the key away now'],
  ],
  [
    'account left',
    call('organizations LeaveOrganization'),
    'Account left the organization',
    ['left the organization:', 'invite the account back'],
    ['reopened'],
  ],
  [
    'account closed',
    call('account CloseAccount'),
    'Account closed',
    ['was closed:', 'can be reopened within 90 days'],
    ['invite the account back'],
  ],
  [
    'closing refused',
    call('account CloseAccount', { userIdentity: adminIdentity, ...denied }),
    'Account closure refused',
    ['was to be closed', 'somebody may try again'],
    ['reopened'],
  ],
  [
    'e-mail started',
    call('account StartPrimaryEmailUpdate', { userIdentity: adminIdentity }),
    'Root e-mail change started',
    ['is being changed', 'they can take over any account'],
    [],
  ],
  [
    'e-mail changed',
    call('signin EmailUpdated'),
    'Root e-mail address changed',
    ['was changed: password resets'],
    ['they can take over any account'],
  ],
  [
    'e-mail refused',
    call('account AcceptPrimaryEmailUpdate', { userIdentity: adminIdentity, ...denied }),
    'Root e-mail change refused',
    ['was to be changed; AWS refused'],
    [],
  ],
  [
    'Region',
    call('account EnableRegion', { requestParameters: { regionName: 'af-south-1' } }),
    'Root changed the Regions of the account',
    ['(EnableRegion af-south-1)', '"AWS Regions"'],
    ['telephone'],
  ],
  [
    'account name',
    call('account PutAccountName'),
    'Root changed the name of the account',
    ['(PutAccountName)', 'telephone'],
    ['"AWS Regions"'],
  ],
  [
    'contacts',
    call('account PutContactInformation'),
    'Root changed the contact data of the account',
    ['telephone'],
    [],
  ],
  [
    'denied',
    call('s3 PutObject', denied),
    'Root call denied: s3 PutObject',
    ['AWS denied it (AccessDenied)'],
    [],
  ],
  [
    'failed',
    call('s3 PutObject', { errorCode: 'NoSuchBucket' }),
    'Root call failed: s3 PutObject',
    ['answered with an error (NoSuchBucket)'],
    [],
  ],
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
    'secret',
    call('secretsmanager GetSecretValue', {
      readOnly: true,
      requestParameters: { secretId: 'db' },
    }),
    'Root read a secret: secretsmanager GetSecretValue',
    ['was given a secret', 'replace what was read', 'What:        secret db'],
    [],
  ],
  [
    'nothing there',
    call('s3 GetBucketPolicy', { readOnly: true, errorCode: 'NoSuchBucketPolicy' }),
    'Root read: s3 GetBucketPolicy',
    ['no answer but an error (s3 GetBucketPolicy: NoSuchBucketPolicy)'],
    ['treat root as taken over'],
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
    'accepted an invitation',
    call('organizations AcceptHandshake', {
      responseElements: { handshake: { action: 'INVITE' } },
    }),
    'Account left the organization',
    ['accepted the invitation', 'organizations:AcceptHandshake'],
    [],
  ],
  [
    'departed',
    call('organizations AccountDepartedOrganization', {
      eventType: 'AwsServiceEvent',
      userIdentity: { accountId: '111122223333', invokedBy: 'organizations.amazonaws.com' },
      serviceEventDetails: { accountId: '222233334444', departedMethod: 'Left' },
    }),
    'Account left the organization',
    ['Account 222233334444 left the organization'],
    [],
  ],
  [
    'console access changed by a role',
    call('signin DeleteConsoleAuthorizationConfiguration', { userIdentity: adminIdentity }),
    'Console access control changed',
    ['from where people may sign in', 'assumed-role/OrgAdmin/jo'],
    [],
  ],
  [
    'change of console access refused',
    call('signin PutResourcePermissionStatement', { userIdentity: adminIdentity, ...denied }),
    'Change of console access refused',
    ['tried to change', 'AWS refused.'],
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
    ['whether it was passed is not recorded', 'If none follows, somebody knows the root password'],
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
    'root session read',
    call('iam GetUser', { userIdentity: rootSessionIdentity, readOnly: true }),
    'Root session: iam GetUser',
    ['read something'],
    ["Remove root's password"],
  ],
  [
    'root session change',
    call('s3 PutBucketPolicy', { userIdentity: rootSessionIdentity }),
    'Root session: s3 PutBucketPolicy',
    ['changed something'],
    [],
  ],
  [
    'root session refused',
    call('s3 PutBucketPolicy', { userIdentity: rootSessionIdentity, ...denied }),
    'Root session: s3 PutBucketPolicy',
    ['tried something'],
    [],
  ],
  [
    'password enabled',
    call('iam CreateLoginProfile', { userIdentity: rootSessionIdentity }),
    'Root password enabled again',
    ['is able to have a password again', "Remove root's password"],
    [],
  ],
  [
    'password refused',
    call('iam CreateLoginProfile', { userIdentity: rootSessionIdentity, ...denied }),
    'Root password was to be enabled again',
    ['was to be able', 'and AWS refused'],
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
] as const;

describe('the texts say what happened and what to do', () => {
  test.each(cases)('%s', (_, record, title, said, unsaid) => {
    const { alert } = decisionOn(record);
    // What was changed may stand behind the title.
    expect(alert?.subject.replace(/ \([^()]+\): /, ': ')).toContain(`] ${title}: `);
    const steps = alert?.mail.split('WHAT TO DO NOW')[1]?.split('WHERE TO LOOK')[0] ?? '';
    expect(steps.split('\n').filter((line) => /^\d\. \S/.test(line)).length).toBeGreaterThan(1);
    for (const words of said) expect(alert?.mail).toContain(words);
    for (const words of unsaid) expect(alert?.mail).not.toContain(words);
  });
});
