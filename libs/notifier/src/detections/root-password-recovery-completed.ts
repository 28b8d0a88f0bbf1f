import { accountLabel } from '../activity/activity.ts';
import type { Detection } from './detection.ts';
import {
  askOwner,
  lockRoot,
  lookAround,
  removeRootCredentials,
  secureMailbox,
} from './response-steps.ts';

export const rootPasswordRecoveryCompleted: Detection = {
  id: 'root-password-recovery-completed',
  meaning: 'The root password was reset through the root e-mail address.',
  severities: ['critical'],
  matches: (activity) =>
    activity.service === 'signin' && activity.eventName === 'PasswordRecoveryCompleted',
  severity: () => 'critical',
  title: () => 'Root password reset by recovery',
  summary: (activity) =>
    `Somebody who reads the root mailbox has set a new root password for account ${accountLabel(activity)}.`,
  steps: (activity) => [
    askOwner(activity),
    ...lockRoot(activity),
    secureMailbox(activity),
    removeRootCredentials(activity),
    lookAround(activity),
  ],
};
