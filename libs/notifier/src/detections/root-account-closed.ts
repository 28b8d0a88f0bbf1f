import { accountLabel, type Activity } from '../activity/activity.ts';
import type { Severity } from '@root-activity-monitor/event-schema';
import { rootWasRefused, type Detection } from './detection.ts';
import { contactOwner } from './response-steps.ts';
import { endsAccount, handsOverBilling, isHandshakeByOthers } from './takeover-calls.ts';
import { onTarget, targetSuffix } from './target-account.ts';

const deletes = (activity: Activity) => activity.eventName === 'DeleteOrganization';
const closes = (activity: Activity) => activity.eventName === 'CloseAccount';

/** What the management account learns of a departure: `Left`, `Removed` or `Cleaned` up. */
const departedOtherwise = ({ details, eventName }: Activity) =>
  eventName === 'AccountDepartedOrganization' &&
  // AWS's pages name the field both ways.
  /^(removed|cleaned)$/i.test(
    details.text('departedMethod') ?? details.text('departureMethod') ?? '',
  );

function severityOf(activity: Activity): Severity {
  if (!endsAccount(activity)) return handsOverBilling(activity) ? 'medium' : 'low';
  return activity.failed || departedOtherwise(activity) ? 'medium' : 'critical';
}

export const rootAccountClosed: Detection = {
  id: 'root-account-closed',
  reference: 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_accounts.html',
  techniques: ['T1666.A002', 'T1531'],
  meaning:
    'An account was closed, or left the organization and its guardrails, or the organization was deleted; medium when the billing was handed over, low for another agreement that somebody accepted.',
  severities: ['critical', 'medium', 'low'],
  matches: (activity) =>
    (endsAccount(activity) && !rootWasRefused(activity)) || isHandshakeByOthers(activity),
  severity: severityOf,
  title: (activity) =>
    (!endsAccount(activity)
      ? handsOverBilling(activity)
        ? 'Billing of the organization handed over'
        : 'Handshake of the organization accepted'
      : activity.failed
        ? 'Account closure refused'
        : closes(activity)
          ? 'Account closed'
          : deletes(activity)
            ? 'Organization deleted'
            : 'Account left the organization') + targetSuffix(activity),
  summary: (activity) =>
    `Account ${accountLabel(onTarget(activity))} ` +
    (!endsAccount(activity)
      ? `accepted a handshake of its organization (${activity.response.text('handshake', 'action') ?? activity.eventName}).`
      : activity.failed
        ? 'was to be closed or taken out of the organization; AWS refused.'
        : closes(activity)
          ? 'was closed: everything in it stops, and AWS deletes it for good after 90 days.'
          : deletes(activity)
            ? 'deleted its organization: no policy, no common bill and no monitor of the organization remains.'
            : activity.eventName === 'AcceptHandshake'
              ? 'accepted the invitation of an organization, as far as the record says: it leaves this one, and its policies, its bill and this monitor no longer reach it.'
              : 'left the organization: its policies, its bill and this monitor no longer reach it.'),
  steps: (activity) => [
    contactOwner(onTarget(activity)),
    ...(!endsAccount(activity)
      ? ['Nothing more to do when somebody knows of it.']
      : activity.failed
        ? [
            'If nobody knows of it: look at what else the same credentials called; somebody may try again.',
          ]
        : closes(activity)
          ? [
              'If it was not expected: open an urgent case with AWS Support (from the management account, or signed in as root of the closed account: support stays open to it). A closed account can be reopened within 90 days.',
              'Keep what others need from it running: DNS zones, backups, and encryption keys that other accounts use.',
            ]
          : [
              'If it was not expected: invite the account back at once (management account, AWS Organizations, "Add an AWS account", "Invite"), and open an urgent case with AWS Support: whoever did this controls the account. This may be the last event of it that reaches you.',
            ]),
    ...(activity.actor === 'other'
      ? [
          'Take away the sessions and permissions of whoever made the call (see "Who" above): who closes one account can close the next.',
        ]
      : []),
    'Prevent it next time: a service control policy that denies organizations:LeaveOrganization, organizations:AcceptHandshake and account:CloseAccount.',
  ],
};
