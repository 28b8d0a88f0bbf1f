import { accountLabel, type Activity } from '../activity/activity.ts';
import { rootWasRefused, type Detection } from './detection.ts';
import { askOwner } from './response-steps.ts';
import { endsAccount } from './takeover-calls.ts';
import { onTarget, targetSuffix } from './target-account.ts';

const closes = (activity: Activity) => activity.eventName === 'CloseAccount';

export const rootAccountClosed: Detection = {
  id: 'root-account-closed',
  meaning: 'An account was closed, or left the organization and its guardrails.',
  severities: ['critical', 'medium'],
  matches: (activity) => endsAccount(activity) && !rootWasRefused(activity),
  severity: (activity) => (activity.failed ? 'medium' : 'critical'),
  title: (activity) =>
    (activity.failed
      ? 'Account closure refused'
      : closes(activity)
        ? 'Account closed'
        : 'Account left the organization') + targetSuffix(activity),
  summary: (activity) =>
    `Account ${accountLabel(onTarget(activity))} ` +
    (activity.failed
      ? 'was to be closed or taken out of the organization; AWS refused.'
      : closes(activity)
        ? 'was closed: everything in it stops, and AWS deletes it for good after 90 days.'
        : 'left the organization: its policies, its bill and this monitor no longer reach it.'),
  steps: (activity) => [
    askOwner(onTarget(activity)),
    ...(activity.failed
      ? [
          'If nobody knows of it: look at what else the same credentials called; somebody may try again.',
        ]
      : closes(activity)
        ? [
            'If it was not expected: open an urgent case with AWS Support (from the management account, or signed in as root of the closed account: support stays open to it). A closed account can be reopened within 90 days.',
            'Keep what others need from it running: DNS zones, backups, and encryption keys that other accounts use.',
          ]
        : [
            'If it was not expected: invite the account back at once (management account, AWS Organizations, "Add an AWS account", "Invite"), and open an urgent case with AWS Support: whoever did this controls the account.',
          ]),
    ...(activity.actor === 'other'
      ? [
          'Take away the sessions and permissions of whoever made the call (see "Who" above): who closes one account can close the next.',
        ]
      : []),
    'Prevent it next time: a service control policy that denies organizations:LeaveOrganization and account:CloseAccount.',
  ],
};
