import { accountLabel, callLabel, type Activity } from '../activity/activity.ts';
import type { Detection } from './detection.ts';
import { lookAround } from './response-steps.ts';

const createsPassword = (activity: Activity) => activity.eventName === 'CreateLoginProfile';

export const rootSessionActivity: Detection = {
  id: 'root-session-activity',
  meaning:
    'A call inside a root session that AssumeRoot granted: the expected way to do what only root can.',
  severities: ['critical', 'medium', 'low'],
  matches: (activity) => activity.actor === 'root-session',
  severity: (activity) =>
    createsPassword(activity) ? 'critical' : activity.readOnly ? 'low' : 'medium',
  title: (activity) =>
    createsPassword(activity)
      ? 'Root password enabled again'
      : `Root session: ${callLabel(activity)}`,
  summary: (activity) =>
    createsPassword(activity)
      ? `The root user of account ${accountLabel(activity)} ${activity.failed ? 'was to get' : 'got'} a password again, through a root session granted from the management account or its delegate.`
      : `In a root session granted from the management account or its delegate, somebody ${activity.readOnly ? 'read' : 'changed'} something in account ${accountLabel(activity)} (${callLabel(activity)}${activity.failed ? ', which failed' : ''}).`,
  steps: (activity) => [
    `Find who took the session: the alert "Root session granted" for account ${activity.accountId} of the 15 minutes before, or CloudTrail event AssumeRoot in the management account.`,
    'Ask that person which ticket it belongs to. If there is none: revoke the sessions of the role that was used.',
    ...(createsPassword(activity)
      ? [
          'If root needs no password: delete its credentials again (management account, IAM, "Root access management").',
        ]
      : []),
    lookAround(activity),
  ],
};
