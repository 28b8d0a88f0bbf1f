import { accountLabel, type Activity } from '../activity/activity.ts';
import { isCall, namedUser, namesRootsDevice, rootDid, type Detection } from './detection.ts';
import { contactOwner, denyRootByPolicy, reviewActivity } from './response-steps.ts';

const removals = new Set(['DeactivateMFADevice', 'DeleteVirtualMFADevice']);
const changes = new Set([
  ...removals,
  'EnableMFADevice',
  'ResyncMFADevice',
  'CreateVirtualMFADevice',
]);

const removed = (activity: Activity) => removals.has(activity.eventName);

/** A virtual device is created and deleted by a name that does not say whose it is. */
const ownerUnknown = (activity: Activity) =>
  activity.eventName.endsWith('VirtualMFADevice') && !namesRootsDevice(activity);

export const rootMfaDeviceChanged: Detection = {
  id: 'root-mfa-device-changed',
  reference: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/enable-mfa-for-root.html',
  techniques: ['T1556.006', 'T1098.005'],
  meaning: "Root's own MFA devices were changed; critical when one was taken away.",
  severities: ['critical', 'high'],
  matches: (activity) =>
    rootDid(activity) && isCall(activity, 'iam', changes) && namedUser(activity) === undefined,
  severity: (activity) => (removed(activity) ? 'critical' : 'high'),
  title: (activity) => (removed(activity) ? 'Root MFA device removed' : 'Root MFA device changed'),
  summary: (activity) =>
    ownerUnknown(activity)
      ? `The root user of account ${accountLabel(activity)} ${removed(activity) ? 'deleted' : 'created'} an MFA device, which can be its own or that of a user of the account.`
      : `An MFA device of the root user of account ${accountLabel(activity)} was ` +
        (removed(activity)
          ? 'taken away: root may now be reachable with the password alone.'
          : `set up or changed (${activity.eventName}).`),
  steps: (activity) => [
    contactOwner(activity),
    ...denyRootByPolicy(activity),
    'Sign in as root, open "Security credentials", and check that every MFA device listed there is one that you can hold in your hands; remove the others.',
    reviewActivity(activity),
  ],
};
