import { accountLabel } from '../activity/activity.ts';
import type { Detection } from './detection.ts';
import { askOwner, secureMailbox } from './response-steps.ts';

export const rootPasswordRecoveryRequested: Detection = {
  id: 'root-password-recovery-requested',
  meaning:
    'Somebody asked AWS to reset the root password ("Forgot password"); no credentials are needed for that.',
  severities: ['high'],
  matches: (activity) =>
    activity.service === 'signin' && activity.eventName === 'PasswordRecoveryRequested',
  severity: () => 'high',
  title: () => 'Root password recovery requested',
  summary: (activity) =>
    `Somebody asked AWS to send a password reset link for the root user of account ${accountLabel(activity)}.`,
  steps: (activity) => [
    secureMailbox(activity),
    askOwner(activity),
    'Do not open the reset link in the mail unless the owner asked for it.',
    'If nobody asked for it: watch for "Root password recovery completed". If that comes, root is in other hands.',
    'For a member account: remove its root credentials (management account, IAM, "Root access management"); without them a password cannot be recovered.',
  ],
};
