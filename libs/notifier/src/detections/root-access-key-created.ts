import { accountLabel } from '../activity/activity.ts';
import { namedUser, rootDid, type Detection } from './detection.ts';
import { contactOwner, deactivateKey, denyRootByPolicy, reviewActivity } from './response-steps.ts';

export const rootAccessKeyCreated: Detection = {
  id: 'root-access-key-created',
  reference: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-user_manage_add-key.html',
  techniques: ['T1078.A002', 'T1098.001'],
  meaning:
    'A long-term access key was created for the root user itself; it never expires, and no policy within the account limits it.',
  severities: ['critical'],
  // A key for an IAM user names the user.
  matches: (activity) =>
    rootDid(activity) &&
    activity.service === 'iam' &&
    activity.eventName === 'CreateAccessKey' &&
    namedUser(activity) === undefined,
  severity: () => 'critical',
  title: () => 'Root access key created',
  summary: (activity) =>
    `A permanent access key (${activity.response.text('accessKey', 'accessKeyId') ?? 'ID not shown'}) was created for the root user of account ${accountLabel(activity)}: whoever holds it can do anything there, from anywhere, without MFA.`,
  steps: (activity) => [
    deactivateKey(activity),
    contactOwner(activity),
    ...denyRootByPolicy(activity),
    reviewActivity(activity),
  ],
};
