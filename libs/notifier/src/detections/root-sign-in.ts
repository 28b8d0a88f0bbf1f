import { accountLabel } from '../activity/activity.ts';
import { usedMfa } from '../activity/sign-in.ts';
import { rootDid, type Detection } from './detection.ts';
import {
  contactOwner,
  denyRootByPolicy,
  reviewActivity,
  recordUse,
  removeRootCredentials,
} from './response-steps.ts';

export const rootSignIn: Detection = {
  id: 'root-sign-in',
  reference: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-user.html',
  techniques: ['T1078.A002'],
  meaning: 'Somebody signed in to the AWS console as the root user.',
  severities: ['critical', 'high'],
  matches: (activity) =>
    rootDid(activity) && activity.service === 'signin' && activity.eventName === 'ConsoleLogin',
  severity: (activity) => (usedMfa(activity) ? 'high' : 'critical'),
  title: (activity) => (usedMfa(activity) ? 'Root sign-in' : 'Root sign-in without MFA'),
  summary: (activity) =>
    `Somebody signed in to the AWS console as the root user of account ${accountLabel(activity)}, ` +
    (usedMfa(activity)
      ? 'with the password and an MFA device.'
      : activity.additional.text('MFAUsed') === undefined
        ? 'and nothing shows that an MFA device was asked for.'
        : 'with the password alone: no MFA device was asked for.'),
  steps: (activity) => [
    contactOwner(activity),
    ...denyRootByPolicy(activity),
    reviewActivity(activity),
    ...(usedMfa(activity)
      ? []
      : [
          removeRootCredentials(activity),
          'Where root must keep its password: sign in as root, "Security credentials", and register an MFA device.',
        ]),
    recordUse(),
  ],
};
