import { accountLabel } from '../activity/activity.ts';
import { rootWasRefused, type Detection } from './detection.ts';
import {
  contactOwner,
  denyRootByPolicy,
  reviewActivity,
  removeRootCredentials,
} from './response-steps.ts';
import { changesRootLogin } from './takeover-calls.ts';
import { onTarget, targetSuffix } from './target-account.ts';

export const rootEmailChanged: Detection = {
  id: 'root-email-changed',
  reference:
    'https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-update-root-user-email.html',
  techniques: ['T1098'],
  meaning:
    "The root e-mail address was changed, or the change was started, by root or from the management account: whoever owns it can reset root's password.",
  severities: ['critical', 'medium'],
  matches: (activity) =>
    changesRootLogin(activity) &&
    activity.eventName !== 'PasswordUpdated' &&
    !rootWasRefused(activity),
  severity: (activity) => (activity.failed ? 'medium' : 'critical'),
  title: (activity) =>
    (activity.failed
      ? 'Root e-mail change refused'
      : activity.eventName === 'StartPrimaryEmailUpdate'
        ? 'Root e-mail change started'
        : 'Root e-mail address changed') + targetSuffix(activity),
  summary: (activity) =>
    `The e-mail address of the root user of account ${accountLabel(onTarget(activity))} ` +
    (activity.failed
      ? 'was to be changed; AWS refused.'
      : activity.eventName === 'StartPrimaryEmailUpdate'
        ? 'is being changed: a code was sent to the new address.'
        : 'was changed: password resets now go to another mailbox.'),
  steps: (activity) => [
    contactOwner(onTarget(activity)),
    `If nobody can explain it: change the address back. Member account: management account, AWS Organizations, "AWS accounts", account ${onTarget(activity).accountId}, "Actions", "Update email address". Management account, or if that fails: an urgent case with AWS Support.`,
    ...(activity.actor === 'other'
      ? [
          'Take away the sessions and permissions of whoever made the call (see "Who" above): they can take over any account of the organization this way.',
        ]
      : []),
    ...(activity.actor === 'root' ? denyRootByPolicy(activity) : []),
    removeRootCredentials(onTarget(activity)),
    reviewActivity(activity),
  ],
};
