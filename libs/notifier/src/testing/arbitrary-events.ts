import { envelopeOf, SIMULATION_SOURCE } from '@root-activity-monitor/event-schema';
import fc from 'fast-check';
import { call, rootIdentity } from './records.ts';

/** What an attacker, a fault or a future AWS could put anywhere. */
export const hostileText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.string({ unit: 'grapheme', maxLength: 400 }),
  fc
    .array(fc.nat({ max: 0xffff }), { maxLength: 40 })
    .map((units) => String.fromCharCode(...units)),
  fc.constantFrom(
    '\r\nBcc: everyone@example.com\r\n\r\n',
    '\u001B]8;;https://example.com\u0007click\u001B]8;;\u0007',
    '<!channel> @here [x](https://example.com) *b* `c` ~s~ |t|',
    'www.example.com.aa.bb https://[::1] //example.com \\\\host\\share',
    '\u202Etxt.exe\u2066\u200B\uD800',
    'arn:aws:iam::123456789012:root',
    '__proto__',
    'AKIAQ7EXAMPLEROOTKEY',
    '"'.repeat(300),
    '\\'.repeat(300),
    '\u20AC'.repeat(300),
    '@.'.repeat(200),
    'a.a'.repeat(200),
    'HIDDEN_DUE_TO_SECURITY_REASONS',
  ),
);
const hostileValue = fc.oneof(
  { weight: 3, arbitrary: hostileText },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 4 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(null, true, 0, [], {}, 'true', '', { toString: 1, valueOf: 2 }),
  },
);
const orReal = (...real: readonly string[]) =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...real) },
    { weight: 1, arbitrary: hostileValue },
  );
const parameters = fc.dictionary(
  fc.constantFrom(
    'userName',
    'name',
    'accountId',
    'targetPrincipal',
    'taskPolicyArn',
    'status',
    'regionName',
    'serialNumber',
    'policyArn',
    'state',
    'client_id',
    'ConsoleLogin',
    'MFAUsed',
    'MFAIdentifier',
    'success',
    'credentials',
    'accessKey',
    'handshake',
    'redirect_uri',
    'grant_type',
    'downstreamRequests',
    'instancesSet',
    'features',
    'eventSelectors',
    'roleName',
    'stackName',
    'withDecryption',
    '__proto__',
  ),
  fc.oneof(
    hostileValue,
    fc.dictionary(fc.constantFrom('accessKeyId', 'arn', 'expiration', 'action'), hostileValue),
    fc.array(fc.dictionary(fc.constantFrom('apiName', 'status', 'instanceId'), hostileValue), {
      maxLength: 4,
    }),
  ),
);
const identity = fc.record(
  {
    type: orReal('Root', 'FederatedUser', 'AssumedRole', 'IAMUser'),
    arn: orReal('arn:aws:iam::123456789012:root', 'arn:aws-cn:iam::123456789012:root'),
    accountId: orReal('123456789012'),
    accessKeyId: orReal('', 'AKIAQ7EXAMPLEROOTKEY', 'ASIAQ7EXAMPLE2ROOT01'),
    userName: hostileValue,
    invokedBy: orReal(
      'signin.amazonaws.com',
      's3.amazonaws.com',
      'aws-mcp.amazonaws.com',
      'autoscaling.amazonaws.com',
      'AWS Internal',
    ),
    sessionContext: fc.record(
      {
        assumedRoot: orReal('true', 'false'),
        sessionIssuer: fc.record(
          { type: orReal('Root'), accountId: hostileValue },
          { requiredKeys: [] },
        ),
        attributes: fc.record({ mfaAuthenticated: orReal('true', 'false') }),
      },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: [] },
);
const calls = [
  'signin ConsoleLogin',
  'signin CheckMfa',
  'signin PasswordRecoveryRequested',
  'signin PasswordRecoveryCompleted',
  'signin PasswordUpdated',
  'signin EmailUpdated',
  'signin CreateOAuth2Token',
  'signin ExternalIdPDirectoryLogin',
  'iam CreateAccessKey',
  'iam UpdateAccessKey',
  'iam DeleteAccessKey',
  'iam CreateUser',
  'iam ChangePassword',
  'iam CreateLoginProfile',
  'iam EnableMFADevice',
  'iam DeleteVirtualMFADevice',
  'iam EnableOrganizationsRootSessions',
  'sts AssumeRoot',
  'sts GetFederationToken',
  'account CloseAccount',
  'organizations CloseAccount',
  'organizations LeaveOrganization',
  'account StartPrimaryEmailUpdate',
  'account PutContactInformation',
  'account EnableRegion',
  'cloudtrail StopLogging',
  'events PutRule',
  's3 ListBuckets',
  's3 PutObject',
  'organizations AcceptHandshake',
  'organizations AccountDepartedOrganization',
  'signin AuthorizeOAuth2Access',
  'signin CreateOAuth2TokenWithIAM',
  'signin PutResourcePermissionStatement',
  'sts GetWebIdentityToken',
  'cloudtrail PutEventSelectors',
  'cloudtrail UpdateTrail',
  'guardduty UpdateDetector',
  'cloudformation DeleteStack',
  'secretsmanager GetSecretValue',
  'kms Decrypt',
  'ec2 RunInstances',
  'aws-mcp CallReadWriteTool',
] as const;
/** CloudTrail records about root with anything in any field. */
export const record = fc
  .record(
    {
      call: fc.constantFrom(...calls),
      changes: fc.record(
        {
          userIdentity: fc.oneof(
            { weight: 5, arbitrary: identity },
            { weight: 1, arbitrary: hostileValue },
          ),
          eventName: hostileValue,
          eventSource: hostileValue,
          eventTime: orReal('2026-11-02T10:38:12Z'),
          awsRegion: orReal('us-east-1', 'cn-north-1', 'us-gov-west-1'),
          sourceIPAddress: hostileValue,
          userAgent: hostileValue,
          errorCode: orReal('AccessDenied'),
          errorMessage: hostileValue,
          requestParameters: fc.oneof(parameters, hostileValue),
          responseElements: fc.oneof(parameters, hostileValue),
          additionalEventData: fc.oneof(parameters, hostileValue),
          resources: fc.oneof(
            fc.array(fc.record({ accountId: hostileValue, ARN: hostileValue })),
            hostileValue,
          ),
          addendum: fc.oneof(fc.record({ reason: hostileValue }), hostileValue),
          eventID: orReal('de8e4a1a-babf-407c-abd7-1b6ad07e5b02'),
          eventType: orReal('AwsApiCall', 'AwsServiceEvent', 'AwsConsoleSignIn'),
          readOnly: orReal('true', 'false'),
          recipientAccountId: orReal('210987654321'),
        },
        { requiredKeys: [] },
      ),
    },
    { requiredKeys: ['call', 'changes'] },
  )
  .map(({ call: name, changes }) => ({ ...call(name), userIdentity: rootIdentity(), ...changes }));
/** Such records in envelopes with anything in any field. */
export const envelope = fc
  .record({
    record,
    changes: fc.record(
      {
        source: orReal('aws.iam', SIMULATION_SOURCE, 'app.example'),
        id: hostileValue,
        account: hostileValue,
        region: hostileValue,
        time: hostileValue,
        'replay-name': hostileValue,
        detail: hostileValue,
      },
      { requiredKeys: [] },
    ),
  })
  .map(({ record: detail, changes }) => ({ ...envelopeOf(detail), detail, ...changes }));
