import { accountLabel } from '../activity/activity.ts';
import { rootDid, rootWasRefused, type Detection } from './detection.ts';
import { contactOwner, denyRootByPolicy, reviewActivity, secureMailbox } from './response-steps.ts';

export const rootPasswordChanged: Detection = {
  id: 'root-password-changed',
  reference: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/root-user-password.html',
  techniques: ['T1098', 'T1531'],
  meaning: 'The root password was changed by somebody who was signed in.',
  severities: ['critical', 'high', 'medium'],
  // Recorded by `signin` until 2023 and by `iam` since; the former is kept whatever its identity.
  matches: (activity) =>
    (activity.service === 'signin' && activity.eventName === 'PasswordUpdated') ||
    (rootDid(activity) && activity.service === 'iam' && activity.eventName === 'ChangePassword'),
  severity: (activity) =>
    activity.failed ? (rootWasRefused(activity) ? 'high' : 'medium') : 'critical',
  title: (activity) => `Root password ${activity.failed ? 'change refused' : 'changed'}`,
  summary: (activity) =>
    `The password of the root user of account ${accountLabel(activity)} was ${activity.failed ? 'to be changed; AWS refused' : 'changed'}.`,
  steps: (activity) => [
    contactOwner(activity),
    ...denyRootByPolicy(activity),
    'If it was not the owner: reset the password through "Forgot password" on the sign-in page, which makes the other password worthless.',
    secureMailbox(activity),
    reviewActivity(activity),
  ],
};
