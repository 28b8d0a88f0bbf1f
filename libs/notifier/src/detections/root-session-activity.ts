import { accountLabel, callLabel, type Activity } from '../activity/activity.ts';
import type { Detection } from './detection.ts';
import { reviewActivity, removeRootCredentials } from './response-steps.ts';
import { yieldsSecrets } from './secret-calls.ts';
import { enablesTakeover } from './takeover-calls.ts';

const concernsPassword = ({ eventName, service }: Activity) =>
  service === 'iam' && eventName === 'CreateLoginProfile';
const whatHappened = (activity: Activity) =>
  activity.failed ? 'tried something' : activity.readOnly ? 'read something' : 'changed something';

export const rootSessionActivity: Detection = {
  id: 'root-session-activity',
  reference: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-user-privileged-task.html',
  techniques: ['T1548.005'],
  meaning:
    'A call inside a root session that AssumeRoot granted: the expected way to do what only root can. Critical when root gets a password again.',
  severities: ['critical', 'high', 'medium', 'low'],
  matches: (activity) => activity.actor === 'root-session',
  severity: (activity) => {
    if (enablesTakeover(activity)) return 'critical';
    if (concernsPassword(activity)) return 'high';
    // A session is granted for one task: what AWS refuses it was no part of that task.
    const harmlessRead = activity.readOnly && !activity.refused && !yieldsSecrets(activity);
    return harmlessRead ? 'low' : 'medium';
  },
  title: (activity) =>
    concernsPassword(activity)
      ? `Root password ${activity.failed ? 'was to be ' : ''}enabled again`
      : `Root session: ${callLabel(activity)}`,
  summary: (activity) =>
    concernsPassword(activity)
      ? `The root user of account ${accountLabel(activity)} ${activity.failed ? 'was to be able' : 'is able'} to have a password again: somebody allowed it through a root session granted from the management account or its delegate${activity.failed ? ', and AWS refused' : ''}.`
      : `In a root session granted from the management account or its delegate, somebody ${whatHappened(activity)} in account ${accountLabel(activity)} (${callLabel(activity)}).`,
  steps: (activity) => [
    `Find who took the session: the alert "Root session granted" for account ${activity.accountId} of the 15 minutes before, or CloudTrail, "Event history", event name "AssumeRoot" in the management account, in every Region where its people work.`,
    'Ask that person which ticket it belongs to. If there is none: revoke the sessions of the role that was used (IAM, Roles, the role, "Revoke sessions").',
    ...(concernsPassword(activity) ? [removeRootCredentials(activity)] : []),
    reviewActivity(activity),
  ],
};
