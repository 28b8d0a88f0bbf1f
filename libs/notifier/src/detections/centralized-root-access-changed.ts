import { accountLabel, type Activity } from '../activity/activity.ts';
import { rootWasRefused, type Detection } from './detection.ts';
import { contactOwner } from './response-steps.ts';

const toggle = /^(Enable|Disable)OrganizationsRoot(CredentialsManagement|Sessions)$/;
const enables = (activity: Activity) => activity.eventName.startsWith('Enable');

export const centralizedRootAccessChanged: Detection = {
  id: 'centralized-root-access-changed',
  reference: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-enable-root-access.html',
  techniques: ['T1098', 'T1548.005'],
  meaning: 'Centralized root access was switched on or off for the whole organization.',
  severities: ['critical', 'medium'],
  matches: (activity) =>
    activity.service === 'iam' && toggle.test(activity.eventName) && !rootWasRefused(activity),
  severity: (activity) => (activity.failed ? 'medium' : 'critical'),
  title: (activity) =>
    `Centralized root access ${activity.failed ? 'change refused' : enables(activity) ? 'switched on' : 'switched off'}`,
  summary: (activity) =>
    `Somebody in account ${accountLabel(activity)} ${activity.failed ? 'tried to switch' : 'has switched'} centralized root access ${enables(activity) ? 'on' : 'off'} for the whole organization (${activity.eventName}): it decides who can act as root in every member account.`,
  steps: (activity) => [
    contactOwner(activity),
    enables(activity)
      ? 'If it was not planned: switch it off (management account, IAM, "Root access management", Settings), for it lets its administrators act as root in every member account.'
      : 'If it was not planned: switch it on again (management account, IAM, "Root access management", Settings); without it, root passwords and keys of member accounts can come back unseen.',
    `Revoke the sessions of "${activity.principal.arn ?? 'the identity that made the call'}" and look at what else it called.`,
    'Check which accounts are delegated administrators for IAM: "aws organizations list-delegated-administrators --service-principal iam.amazonaws.com".',
  ],
};
