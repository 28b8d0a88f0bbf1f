import type { CloudTrailRecord } from '@root-activity-monitor/event-schema';
import type { Actor } from './activity.ts';
import { isFailed } from './outcome.ts';

/**
 * Console calls that people made carried this `invokedBy` in older records.
 * Every other `invokedBy` that names AWS means that no person made the call.
 */
const consoleItself = /^signin\.amazonaws\.com(\.cn)?$/;

/** Whose hands were at work in a record. */
export function actorOf(record: CloudTrailRecord): Actor {
  const { type, invokedBy, sessionContext } = record.userIdentity;
  const issuedByRoot = sessionContext?.sessionIssuer?.type === 'Root';
  // A role that calls through a service is still somebody; only root's identity is lent like this.
  const lent = type === 'Root' || type === 'AWSService' || type === undefined || issuedByRoot;
  if (record.eventType === 'AwsServiceEvent' || (lent && isServiceName(invokedBy)))
    return 'service';
  if (type === 'Root') {
    return sessionContext?.assumedRoot === true || concernsOwnPassword(record)
      ? 'root-session'
      : 'root';
  }
  return issuedByRoot ? 'root-federated' : 'other';
}

/**
 * AWS lets root leave out the user name of these calls in no other session than one that
 * AssumeRoot granted. CloudTrail also leaves out parameters that are too long, and says so.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateLoginProfile.html
 */
function concernsOwnPassword(record: CloudTrailRecord): boolean {
  const { eventName, eventSource, requestParameters = {} } = record;
  return (
    eventSource.startsWith('iam.') &&
    /^(Create|Delete|Get)LoginProfile$/.test(eventName) &&
    !isFailed(record) &&
    !('userName' in requestParameters) &&
    !('omitted' in requestParameters)
  );
}

function isServiceName(invokedBy: string | undefined): boolean {
  if (invokedBy === undefined || consoleItself.test(invokedBy)) return false;
  return invokedBy === 'AWS Internal' || /\.amazonaws\.com(\.cn)?$/.test(invokedBy);
}
