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

const refusalCode =
  /denied|unauthorized|notauthorized|authorizationerror|forbidden|authfailure|optin|notsignedup|notpermitted|notallowed|signature|unrecognizedclient|expired|accountproblem|accessdisabled|blocked|pendingverification|^(invalid(client|access|session)?(token|tokenid|keyid)|tokenrefreshrequired|missingauthenticationtoken(exception)?)$/i;
const refusalMessage = /not authorized|unauthorized|access denied|explicit deny|forbidden/i;

/**
 * Whether AWS refused a failed call because of who made it, and not because what it asked for does
 * not exist or makes no sense. A failure without an error code counts as refused.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/CommonErrors.html
 */
export function isRefused({ errorCode, errorMessage }: CloudTrailRecord): boolean {
  if (!errorCode) return true;
  return refusalCode.test(errorCode) || refusalMessage.test(errorMessage ?? '');
}

/** CloudTrail marks what these send as reads. */
const sends = /^ses\..* Send(Raw|Templated|Bulk|BulkTemplated|CustomVerification)?Email$/;

/** Whether the call only read. Records from before 2014 do not say, so their names must. */
export function isReadOnly(record: CloudTrailRecord): boolean {
  if (sends.test(`${record.eventSource} ${record.eventName}`)) return false;
  return record.readOnly ?? readingVerb.test(record.eventName.split('.').at(-1) ?? '');
}
