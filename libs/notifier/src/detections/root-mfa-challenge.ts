import { accountLabel } from '../activity/activity.ts';
import type { Detection } from './detection.ts';
import { contactOwner, passwordIsKnown } from './response-steps.ts';

export const rootMfaChallenge: Detection = {
  id: 'root-mfa-challenge',
  reference:
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-aws-console-sign-in-events.html',
  techniques: ['T1078.A002', 'T1621'],
  meaning:
    'The sign-in page asked the root user for MFA, which it does after the password; high when the MFA was wrong.',
  severities: ['high', 'low'],
  matches: (activity) =>
    activity.actor === 'root' && activity.service === 'signin' && activity.eventName === 'CheckMfa',
  severity: (activity) => (activity.failed ? 'high' : 'low'),
  title: (activity) => (activity.failed ? 'Root sign-in: wrong MFA' : 'Root was asked for MFA'),
  // "Success" says that MFA is required, not that it was passed.
  summary: (activity) =>
    activity.failed
      ? `Somebody gave the password of the root user of account ${accountLabel(activity)} and failed at MFA.`
      : `The sign-in page asked the root user of account ${accountLabel(activity)} for MFA; whether it was passed is not recorded here.`,
  steps: (activity) =>
    activity.failed
      ? [contactOwner(activity), ...passwordIsKnown(activity)]
      : [
          'An alert about a sign-in that follows within minutes tells that MFA was passed: act on that one.',
          'If none follows, somebody knows the root password but does not hold the MFA device. Then:',
          contactOwner(activity),
          ...passwordIsKnown(activity),
        ],
};
