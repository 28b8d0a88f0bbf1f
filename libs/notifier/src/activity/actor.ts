import type { CloudTrailRecord } from '@root-activity-monitor/event-schema';
import { isLongTermKey } from './access-key.ts';
import type { Actor } from './activity.ts';
import { isUnattended } from './invoked-by.ts';
import { isFailed } from './outcome.ts';

/**
 * Who acted in a record. A call through a service is the call of whoever instructed that service:
 * an AI agent, a stack or an automation acts for root, not for somebody else.
 */
export function actorOf(record: CloudTrailRecord): Actor {
  const { type, sessionContext } = record.userIdentity;
  const issuedByRoot = sessionContext?.sessionIssuer?.type === 'Root';
  // A sign-in is somebody's, whatever the record calls it.
  const signIn = type === 'Root' && record.eventSource.startsWith('signin.');
  if (record.eventType === 'AwsServiceEvent' && !signIn) return 'service';
  if ((type === 'Root' || issuedByRoot) && isUnattended(record)) return 'service';
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
    !isLongTermKey(record.userIdentity.accessKeyId) &&
    !('userName' in requestParameters) &&
    !('omitted' in requestParameters)
  );
}
