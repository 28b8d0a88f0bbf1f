import { envelopeOf, SIMULATION_SOURCE } from '@root-activity-monitor/event-schema';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readActivity } from './activity/read-activity.ts';
import { decide, type Decision } from './decide.ts';
import { catalogue } from './detections/catalogue.ts';
import { moreSevere } from './severity.ts';
import { call, rootIdentity } from './testing/records.ts';
import { complaints } from './testing/hostile.ts';

/** As many as keep this file at a few seconds; raise it to hunt. */
const numRuns = Number(process.env['PROPERTY_RUNS'] ?? 150);

/** What an attacker, a fault or a future AWS could put anywhere. */
const hostileText = fc.oneof(
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
    '__proto__',
  ),
  fc.oneof(
    hostileValue,
    fc.dictionary(fc.constantFrom('accessKeyId', 'arn', 'expiration'), hostileValue),
  ),
);
const identity = fc.record(
  {
    type: orReal('Root', 'FederatedUser', 'AssumedRole', 'IAMUser'),
    arn: orReal('arn:aws:iam::123456789012:root', 'arn:aws-cn:iam::123456789012:root'),
    accountId: orReal('123456789012'),
    accessKeyId: orReal('', 'AKIAQ7EXAMPLEROOTKEY', 'ASIAQ7EXAMPLE2ROOT01'),
    userName: hostileValue,
    invokedBy: orReal('signin.amazonaws.com', 's3.amazonaws.com', 'AWS Internal'),
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
] as const;
const record = fc
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
const envelope = fc
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
        __proto__x: hostileValue,
      },
      { requiredKeys: [] },
    ),
  })
  .map(({ record: detail, changes }) => ({ ...envelopeOf(detail), detail, ...changes }));

function decisionsOn(...bodies: readonly string[]): readonly Decision[] {
  const messages = bodies.map((body, index) => ({ messageId: `message-${String(index)}`, body }));
  const names = {
    '123456789012': 'payments \u202E@prod <x>',
    '210987654321': '\u20AC'.repeat(500),
  };
  const decisions = decide(messages, names);
  expect(decisions.map(({ messageId }) => messageId)).toEqual(
    messages.map(({ messageId }) => messageId),
  );
  return decisions;
}

function expectSound(...bodies: readonly string[]): readonly Decision[] {
  const decisions = decisionsOn(...bodies);
  for (const { alert, finding } of decisions) {
    expect(finding.detection.severities).toContain(finding.severity);
    expect(alert === undefined).toBe(finding.severity === 'info');
    expect(alert === undefined ? [] : complaints(alert)).toEqual([]);
  }
  return decisions;
}

describe('there is exactly one decision, and what is published is sound, for', () => {
  test('root events with anything in every field', () => {
    fc.assert(
      fc.property(envelope, (event) => void expectSound(JSON.stringify(event))),
      { numRuns },
    );
  });

  test('batches of them', () => {
    const bodies = fc.array(
      envelope.map((event) => JSON.stringify(event)),
      { maxLength: 10 },
    );
    fc.assert(
      fc.property(bodies, (batch) => void expectSound(...batch)),
      { numRuns: numRuns / 10 },
    );
  });

  test('any JSON, which alerts', () => {
    const property = fc.property(fc.json({ maxDepth: 8 }), (body) => {
      expect(expectSound(body)[0]?.finding.detection.id).toBe('unrecognized-root-event');
    });
    fc.assert(property, { numRuns });
  });

  test('any text and any bytes, which alert', () => {
    const body = fc.oneof(
      hostileText,
      fc.uint8Array({ maxLength: 500 }).map((bytes) => Buffer.from(bytes).toString('utf8')),
    );
    const property = fc.property(body, (text) => {
      expect(expectSound(text)[0]?.alert?.attributes.severity).toBe('high');
    });
    fc.assert(property, { numRuns });
  });

  test.each([
    ['nested 1,000 deep', (deep: string) => `{"detail":{"requestParameters":${deep}}}`],
    ['nested 1,000 deep at the top', (deep: string) => deep],
  ])('an event %s', (_, bodyOf) => {
    expectSound(bodyOf(`${'{"a":'.repeat(1000)}1${'}'.repeat(1000)}`));
    expectSound(bodyOf(`${'['.repeat(100_000)}${']'.repeat(100_000)}`));
  });

  test.each([
    'a'.repeat(1_000_000),
    'a.'.repeat(500_000),
    'a@'.repeat(500_000),
    ':'.repeat(1_000_000),
    ' '.repeat(1_000_000),
    '+1 '.repeat(300_000),
    'Get'.repeat(300_000),
    '\u0301'.repeat(1_000_000),
    '&#'.repeat(500_000),
    '-a'.repeat(500_000),
    'arn:aws:'.repeat(100_000),
    '1'.repeat(1_000_000),
    '\\'.repeat(500_000),
    '\u{1F600}'.repeat(250_000),
  ])('a megabyte of %.8s in any field', (megabyte) => {
    const base = call('iam CreateUser');
    for (const field of [...Object.keys(base), 'errorCode', 'errorMessage']) {
      expectSound(JSON.stringify(envelopeOf({ ...base, [field]: megabyte })));
    }
    for (const field of [
      'type',
      'arn',
      'accountId',
      'accessKeyId',
      'userName',
      'invokedBy',
      'principalId',
    ]) {
      expectSound(
        JSON.stringify(envelopeOf({ ...base, userIdentity: rootIdentity({ [field]: megabyte }) })),
      );
    }
  });

  test.each(['detail', 'source', 'userIdentity', 'account'])(
    'an event whose prototype is to have %s',
    (key) => {
      const [decision] = expectSound(
        `{"__proto__":{"${key}":{"type":"Root"},"source":"${SIMULATION_SOURCE}"}}`,
      );
      expect(decision?.finding.activity.simulated).toBe(false);
    },
  );
});

test('no detection that stands later finds something worse', () => {
  const catchAlls = new Set(['root-call-denied', 'root-write', 'root-read']);
  const property = fc.property(record, (detail) => {
    const activity = readActivity(envelopeOf(detail), 'message-1');
    const [winner, ...later] = catalogue.filter((detection) => detection.matches(activity));
    fc.pre(winner !== undefined && activity.problems.length === 0);
    const worse = later.filter(
      (detection) =>
        !catchAlls.has(detection.id) &&
        moreSevere(detection.severity(activity), winner?.severity(activity) ?? 'info'),
    );
    expect(worse.map(({ id }) => `${winner?.id ?? ''} hides ${id}`)).toEqual([]);
  });
  fc.assert(property, { numRuns });
});
