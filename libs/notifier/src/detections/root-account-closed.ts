import { accountLabel, type Activity } from '../activity/activity.ts';
import type { Detection } from './detection.ts';
import { askOwner } from './response-steps.ts';
import { endsAccount } from './takeover-calls.ts';

const leaves = (activity: Activity) => activity.eventName === 'LeaveOrganization';

export const rootAccountClosed: Detection = {
  id: 'root-account-closed',
  meaning: 'An account was closed, or left the organization and its guardrails.',
  severities: ['critical', 'medium'],
  matches: (activity) => endsAccount(activity) && !(activity.failed && activity.actor === 'root'),
  severity: (activity) => (activity.failed ? 'medium' : 'critical'),
  title: (activity) =>
    activity.failed
      ? 'Account closure refused'
      : leaves(activity)
        ? 'Account left the organization'
        : 'Account closed',
  summary: (activity) =>
    `Account ${accountLabel(activity)} ` +
    (activity.failed
      ? 'was to be closed or taken out of the organization; AWS refused.'
      : leaves(activity)
        ? 'left the organization: its policies, its bill and this monitor no longer reach it.'
        : 'was closed: everything in it stops, and is deleted for good 90 days later.'),
  steps: (activity) => [
    askOwner(activity),
    leaves(activity)
      ? 'If it was not expected: invite the account back into the organization at once, and open an urgent case with AWS Support: whoever did this controls its root.'
      : 'If it was not expected: open an urgent case with AWS Support from the management account; a closed account can be reopened within 90 days.',
    'Save what cannot be recreated elsewhere: note backups, DNS zones, and keys that other accounts use.',
    'Prevent it next time: a service control policy that denies organizations:LeaveOrganization and account:CloseAccount.',
  ],
};
