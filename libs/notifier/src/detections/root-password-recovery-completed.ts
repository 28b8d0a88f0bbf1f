import { accountLabel } from '../activity/activity.ts';
import type { Detection } from './detection.ts';
import {
  contactOwner,
  denyRootByPolicy,
  reviewActivity,
  removeRootCredentials,
  secureMailbox,
} from './response-steps.ts';

export const rootPasswordRecoveryCompleted: Detection = {
  id: 'root-password-recovery-completed',
  reference: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reset-root-password.html',
  techniques: ['T1078.A002', 'T1098'],
  meaning: 'The root password was reset through the root e-mail address.',
  severities: ['critical', 'high'],
  matches: (activity) =>
    activity.service === 'signin' && activity.eventName === 'PasswordRecoveryCompleted',
  severity: (activity) => (activity.failed ? 'high' : 'critical'),
  title: (activity) => `Root password ${activity.failed ? 'recovery failed' : 'reset by recovery'}`,
  summary: (activity) =>
    activity.failed
      ? `Somebody tried to set a new root password for account ${accountLabel(activity)} with a reset link and was refused.`
      : `Somebody who reads the root mailbox has set a new root password for account ${accountLabel(activity)}.`,
  steps: (activity) => [
    contactOwner(activity),
    ...denyRootByPolicy(activity),
    secureMailbox(activity),
    removeRootCredentials(activity),
    reviewActivity(activity),
  ],
};
