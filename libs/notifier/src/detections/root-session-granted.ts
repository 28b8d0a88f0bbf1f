import { accountLabel, type Activity } from '../activity/activity.ts';
import type { Detection } from './detection.ts';
import { reviewActivity } from './response-steps.ts';

/** `IAMAuditRootUserCredentials` of its ARN; both shapes of the parameter are on record. */
function taskOf({ request }: Activity): string {
  const arn = request.text('taskPolicyArn', 'arn') ?? request.text('taskPolicyArn');
  return arn?.split('/').at(-1) ?? 'unknown task';
}

const createsPassword = (activity: Activity) => taskOf(activity) === 'IAMCreateRootUserPassword';

export const rootSessionGranted: Detection = {
  id: 'root-session-granted',
  reference: 'https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoot.html',
  techniques: ['T1548.005'],
  meaning:
    'Somebody took a short root session in a member account through centralized root access (AssumeRoot), or tried to.',
  severities: ['critical', 'high', 'medium'],
  matches: (activity) => activity.service === 'sts' && activity.eventName === 'AssumeRoot',
  // AWS lets root itself ask for none.
  severity: (activity) =>
    activity.failed || activity.actor === 'root'
      ? 'high'
      : createsPassword(activity)
        ? 'critical'
        : 'medium',
  title: (activity) =>
    activity.failed ? 'Root session refused' : `Root session granted: ${taskOf(activity)}`,
  summary: (activity) =>
    (activity.failed
      ? `Somebody asked for a root session in account ${accountLabel(activity)} and was refused`
      : `Somebody was given a root session of at most 15 minutes in account ${accountLabel(activity)}`) +
    ` for the task ${taskOf(activity)}` +
    (createsPassword(activity) ? ', which lets root have a password again.' : '.'),
  steps: (activity) => [
    `Ask the person behind "${activity.principal.arn ?? 'an identity that the record does not show'}" which ticket this belongs to.`,
    activity.failed
      ? 'If they know nothing of it: somebody is trying out what these credentials can do. Revoke their sessions and look at what else they called.'
      : "If they know nothing of it: revoke the sessions of that role or deactivate that user's keys now; the root session itself ends within 15 minutes.",
    activity.failed
      ? reviewActivity(activity)
      : `See what was done: CloudTrail, Event history, account ${activity.accountId}, Region ${activity.region} and us-east-1` +
        (activity.response.text('credentials', 'accessKeyId') === undefined
          ? '.'
          : `, filter by access key "${activity.response.text('credentials', 'accessKeyId') ?? ''}".`),
    'Check who may call sts:AssumeRoot: it belongs to few roles, each with a condition on sts:TaskPolicyArn.',
  ],
};
