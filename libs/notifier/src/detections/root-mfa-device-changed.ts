import { accountLabel, type Activity } from '../activity/activity.ts';
import { isCall, rootDid, type Detection } from './detection.ts';
import { askOwner, lockRoot, lookAround } from './response-steps.ts';

const removals = new Set(['DeactivateMFADevice', 'DeleteVirtualMFADevice']);
const changes = new Set([
  ...removals,
  'EnableMFADevice',
  'ResyncMFADevice',
  'CreateVirtualMFADevice',
]);

/** Root may manage an IAM user's device too; that names the user. */
function forRootItself({ request }: Activity): boolean {
  const user = request.text('userName');
  return user === undefined || user === 'AWS ROOT USER';
}
const removed = (activity: Activity) => removals.has(activity.eventName);

export const rootMfaDeviceChanged: Detection = {
  id: 'root-mfa-device-changed',
  meaning: "Root's own MFA devices were changed; critical when one was taken away.",
  severities: ['critical', 'high'],
  matches: (activity) =>
    rootDid(activity) && isCall(activity, 'iam', changes) && forRootItself(activity),
  severity: (activity) => (removed(activity) ? 'critical' : 'high'),
  title: (activity) => (removed(activity) ? 'Root MFA device removed' : 'Root MFA device changed'),
  summary: (activity) =>
    `An MFA device of the root user of account ${accountLabel(activity)} was ` +
    (removed(activity)
      ? 'taken away: root may now be reachable with the password alone.'
      : `set up or changed (${activity.eventName}).`),
  steps: (activity) => [
    askOwner(activity),
    ...lockRoot(activity),
    'Sign in as root, open "Security credentials", and check that every MFA device listed there is one that you can hold in your hands; remove the others.',
    lookAround(activity),
  ],
};
