import { accountLabel, type Activity } from '../activity/activity.ts';
import { rootDid, type Detection } from './detection.ts';
import {
  askOwner,
  lockRoot,
  lookAround,
  recordUse,
  removeRootCredentials,
} from './response-steps.ts';

/** CloudTrail wrote "Yes", "YES" and "No" over the years, and names the device when one was used. */
function withMfa({ additional }: Activity): boolean {
  return (
    additional.text('MFAUsed')?.toLowerCase() === 'yes' ||
    additional.text('MFAIdentifier') !== undefined
  );
}

export const rootSignIn: Detection = {
  id: 'root-sign-in',
  meaning: 'Somebody signed in to the AWS console as the root user.',
  severities: ['critical', 'high'],
  matches: (activity) =>
    rootDid(activity) && activity.service === 'signin' && activity.eventName === 'ConsoleLogin',
  severity: (activity) => (withMfa(activity) ? 'high' : 'critical'),
  title: (activity) => (withMfa(activity) ? 'Root sign-in' : 'Root sign-in without MFA'),
  summary: (activity) =>
    `Somebody signed in to the AWS console as the root user of account ${accountLabel(activity)}, ` +
    (withMfa(activity)
      ? 'with the password and an MFA device.'
      : activity.additional.text('MFAUsed') === undefined
        ? 'and nothing shows that an MFA device was asked for.'
        : 'with the password alone: no MFA device was asked for.'),
  steps: (activity) => [
    askOwner(activity),
    ...lockRoot(activity),
    lookAround(activity),
    recordUse(),
    ...(withMfa(activity)
      ? []
      : [
          removeRootCredentials(activity),
          'Where root must keep its password: sign in as root, "Security credentials", and register an MFA device.',
        ]),
  ],
};
