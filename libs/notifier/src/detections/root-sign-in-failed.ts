import { accountLabel } from '../activity/activity.ts';
import type { Detection } from './detection.ts';
import { askOwner, removeRootCredentials, secureMailbox } from './response-steps.ts';

export const rootSignInFailed: Detection = {
  id: 'root-sign-in-failed',
  meaning: 'Somebody tried to sign in to the AWS console as the root user and was refused.',
  severities: ['medium'],
  matches: (activity) =>
    activity.actor === 'root' &&
    activity.failed &&
    activity.service === 'signin' &&
    activity.eventName === 'ConsoleLogin',
  severity: () => 'medium',
  title: () => 'Root sign-in failed',
  summary: (activity) =>
    `Somebody tried to sign in to the AWS console as the root user of account ${accountLabel(activity)} and was refused.`,
  steps: (activity) => [
    askOwner(activity),
    'If nobody knows of it: watch for a sign-in or a password recovery that follows. Several failures from one address mean that somebody is guessing, or holds an old password.',
    removeRootCredentials(activity),
    'Where root must keep its password: make it long and unique, and register an MFA device.',
    secureMailbox(activity),
  ],
};
