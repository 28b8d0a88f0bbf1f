import { accountLabel } from '../activity/activity.ts';
import type { Detection } from './detection.ts';
import { askOwner, removeRootCredentials } from './response-steps.ts';

export const rootMfaChallenge: Detection = {
  id: 'root-mfa-challenge',
  meaning: 'The root user was asked for its MFA code: the step between password and sign-in.',
  severities: ['medium', 'low'],
  matches: (activity) =>
    activity.actor === 'root' && activity.service === 'signin' && activity.eventName === 'CheckMfa',
  severity: (activity) => (activity.failed ? 'medium' : 'low'),
  title: (activity) => (activity.failed ? 'Root MFA check failed' : 'Root MFA check'),
  summary: (activity) =>
    `Somebody who is signing in as the root user of account ${accountLabel(activity)} was asked for an MFA code and ` +
    (activity.failed ? 'did not pass.' : 'passed.'),
  steps: (activity) => [
    activity.failed
      ? 'Treat the root password as known to somebody: the MFA check comes after the password was accepted.'
      : 'Wait for the alert about the sign-in itself, which follows within minutes; act on that one.',
    askOwner(activity),
    ...(activity.failed
      ? [
          'If it was not the owner: sign in as root and change the password ("Security credentials"), or take the next step.',
          removeRootCredentials(activity),
        ]
      : []),
  ],
};
