import {
  envelopeOf,
  severities,
  SIMULATION_SOURCE,
  type Severity,
} from '@root-activity-monitor/event-schema';

export const rankOf = (severity: Severity) => severities.indexOf(severity);

export const longTermKey = 'AKIAQ7EXAMPLEROOTKEY';
const consoleKey = 'ASIAQ7EXAMPLE2ROOT01';
const grantedKey = 'ASIAQ7EXAMPLEROOTSES';

type Fields = Readonly<Record<string, unknown>>;

/** Whose credentials a call uses: each is a root session of its own. */
export type Credentials = 'sign-in' | `key:${typeof longTermKey}` | `key:${typeof grantedKey}`;
export const consoleSession: Credentials = 'sign-in';
export const leakedKey: Credentials = `key:${longTermKey}`;
export const grantedSession: Credentials = `key:${grantedKey}`;

export interface Call {
  readonly name: string;
  readonly severity: Severity;
  readonly changes?: Fields;
  /** Needs no credentials, so that it is kept apart from what root does. */
  readonly onlyClaimed?: boolean;
}

/** What a person at the console does. */
export const consoleCalls: readonly [Call, ...Call[]] = [
  { name: 's3 ListBuckets', severity: 'low', changes: { readOnly: true } },
  { name: 'ec2 DescribeInstances', severity: 'low', changes: { readOnly: true } },
  { name: 's3 CreateBucket', severity: 'high' },
  { name: 'iam CreateUser', severity: 'critical' },
  {
    name: 'signin ConsoleLogin',
    severity: 'medium',
    onlyClaimed: true,
    changes: {
      eventType: 'AwsConsoleSignIn',
      errorMessage: 'Failed authentication',
      responseElements: { ConsoleLogin: 'Failure' },
    },
  },
  { name: 'kms Decrypt', severity: 'info', changes: { eventType: 'AwsServiceEvent' } },
];

/** What comes of a leaked key, and of a session that AssumeRoot granted. */
export const keyCalls: readonly [Call, ...Call[]] = [
  { name: 's3 ListBuckets', severity: 'critical', changes: { readOnly: true } },
  { name: 'iam GetAccountSummary', severity: 'critical', changes: { readOnly: true } },
];
export const grantedCalls: readonly [Call, ...Call[]] = [
  { name: 's3 DeleteBucketPolicy', severity: 'medium' },
];

export interface RecordPlace {
  readonly account: string;
  readonly region: string;
  readonly credentials: Credentials;
  readonly eventId: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** The CloudTrail record of one call by root. */
export function recordOf({ name, changes }: Call, place: RecordPlace): Fields {
  const { account, region, credentials, eventId, at } = place;
  const [service = '', eventName = ''] = name.split(' ');
  return {
    eventVersion: '1.11',
    userIdentity: {
      type: 'Root',
      principalId: account,
      arn: `arn:aws:iam::${account}:root`,
      accountId: account,
      accessKeyId: credentials === consoleSession ? consoleKey : credentials.slice('key:'.length),
      sessionContext: {
        attributes: { creationDate: '2026-11-02T09:14:33Z', mfaAuthenticated: 'true' },
        ...(credentials === grantedSession && { assumedRoot: 'true' }),
      },
    },
    eventTime: new Date(at).toISOString().replace(/\.\d+Z/, 'Z'),
    eventSource: `${service}.amazonaws.com`,
    eventName,
    awsRegion: region,
    sourceIPAddress: '203.0.113.24',
    userAgent: 'Mozilla/5.0',
    requestParameters: null,
    responseElements: null,
    eventID: eventId,
    readOnly: false,
    eventType: 'AwsApiCall',
    managementEvent: true,
    recipientAccountId: account,
    ...changes,
  };
}

/** As a message of the notification queue. */
export function bodyOf(record: Fields, changes: Fields = {}): string {
  return JSON.stringify({ ...envelopeOf(record), ...changes });
}

export const asSimulation: Fields = { source: SIMULATION_SOURCE };
