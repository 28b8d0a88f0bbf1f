import { createHash } from 'node:crypto';
import type { EventEnvelope } from './event-envelope.ts';

const detailTypes: Readonly<Record<string, string>> = {
  awsapicall: 'AWS API Call via CloudTrail',
  awsconsolesignin: 'AWS Console Sign In via CloudTrail',
  awsconsoleaction: 'AWS Console Action via CloudTrail',
  awsserviceevent: 'AWS Service Event via CloudTrail',
};

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

const identityAccount = (identity: unknown): string | undefined => {
  if (typeof identity !== 'object' || identity === null) return undefined;
  if ('accountId' in identity && text(identity.accountId)) return text(identity.accountId);
  return 'arn' in identity ? text(text(identity.arn)?.split(':')[4]) : undefined;
};

/**
 * The envelope in which EventBridge delivers a CloudTrail record: source, detail-type, account and
 * Region follow from the record, as AWS documents. The ID derives from `eventID`, so that the same
 * record always gives the same envelope.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-service-event-cloudtrail.html
 */
export function envelopeOf(record: Readonly<Record<string, unknown>>): EventEnvelope {
  const eventSource = text(record['eventSource']) ?? 'unknown.amazonaws.com';
  const signIn = eventSource === 'signin.amazonaws.com' && record['eventType'] === undefined;
  const eventType = signIn ? 'AwsConsoleSignIn' : (text(record['eventType']) ?? 'AwsApiCall');
  return {
    version: '0',
    id: uuidOf(text(record['eventID']) ?? JSON.stringify(record)),
    'detail-type': detailTypes[eventType.toLowerCase()] ?? 'AWS API Call via CloudTrail',
    source: `aws.${eventSource.split('.')[0] ?? 'unknown'}`,
    account:
      text(record['recipientAccountId']) ??
      identityAccount(record['userIdentity']) ??
      '000000000000',
    time: text(record['eventTime']) ?? '1970-01-01T00:00:00Z',
    region: text(record['awsRegion']) ?? 'us-east-1',
    resources: [],
    detail: { ...record },
  };
}

/** A UUID made of the seed: the same seed, the same UUID. */
export function uuidOf(seed: string): string {
  const hex = createHash('sha256').update(seed).digest('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20, 32),
  ].join('-');
}
