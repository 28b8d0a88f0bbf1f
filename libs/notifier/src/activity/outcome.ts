import type { CloudTrailRecord } from '@root-activity-monitor/event-schema';

/**
 * Whether the call failed. Sign-in events carry no `errorCode` when they fail: they say so in
 * `responseElements`, by an `errorMessage`, or, for `aws login`, in `additionalEventData`.
 *
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-aws-console-sign-in-events.html
 */
export function isFailed(record: CloudTrailRecord): boolean {
  if (record.errorCode !== undefined && record.errorCode !== '') return true;
  if (!record.eventSource.startsWith('signin.')) return false;
  const said = record.responseElements?.[record.eventName];
  if (typeof said === 'string') return said.toLowerCase() === 'failure';
  const success = record.additionalEventData?.['success'];
  return Boolean(record.errorMessage) || success === false || isFalse(success);
}

const isFalse = (value: unknown) => typeof value === 'string' && value.toLowerCase() === 'false';

const readingVerb =
  /^(Get|List|Describe|Head|Lookup|Search|Check|BatchGet|Query|Scan|View)(?![a-z])/;

/** Whether the call only read. Records from before 2014 do not say, so their names must. */
export function isReadOnly(record: CloudTrailRecord): boolean {
  return record.readOnly ?? readingVerb.test(record.eventName.split('.').at(-1) ?? '');
}
