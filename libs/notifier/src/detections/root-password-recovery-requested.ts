import { accountLabel } from '../activity/activity.ts';
import type { Detection } from './detection.ts';
import { contactOwner, removeRootCredentials, secureMailbox } from './response-steps.ts';

export const rootPasswordRecoveryRequested: Detection = {
  id: 'root-password-recovery-requested',
  reference: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reset-root-password.html',
  techniques: ['T1078.A002'],
  meaning:
    'Somebody asked AWS to reset the root password ("Forgot password"); no credentials are needed for that.',
  severities: ['high', 'medium'],
  matches: (activity) =>
    activity.service === 'signin' && activity.eventName === 'PasswordRecoveryRequested',
  severity: (activity) => (activity.failed ? 'medium' : 'high'),
  title: (activity) => `Root password recovery ${activity.failed ? 'refused' : 'requested'}`,
  summary: (activity) =>
    `Somebody asked AWS to send a password reset link for the root user of account ${accountLabel(activity)}${activity.failed ? ' and was refused' : ''}.`,
  steps: (activity) => [
    secureMailbox(activity),
    contactOwner(activity),
    'Do not open the reset link in the mail unless the owner asked for it.',
    'If nobody asked for it: watch for the alert "Root password reset by recovery". If that comes, root is in other hands.',
    `${removeRootCredentials(activity)} Then no password can be recovered.`,
  ],
};
