import { accountLabel, callLabel, type Activity } from '../activity/activity.ts';
import { rootDid, type Detection } from './detection.ts';
import { askOwner, lockRoot, lookAround } from './response-steps.ts';
import { isEmpowering } from './takeover-calls.ts';

/** Whom the call gave power: the first of these that the request names. */
const subjects = ['userName', 'roleName', 'groupName', 'policyName', 'policyArn', 'name'];

function subjectOf({ request }: Activity): string {
  for (const name of subjects) {
    const found = request.text(name);
    if (found !== undefined) return ` for "${found}"`;
  }
  return '';
}

export const rootIdentityPersistence: Detection = {
  id: 'root-identity-persistence',
  meaning:
    "Root created an identity, gave it credentials or gave it more power: a way back in that outlives root's own.",
  severities: ['critical'],
  matches: (activity) => rootDid(activity) && isEmpowering(activity),
  severity: () => 'critical',
  title: (activity) => `Root changed identities: ${callLabel(activity)}`,
  summary: (activity) =>
    `The root user of account ${accountLabel(activity)} created or empowered an identity (${callLabel(activity)}${subjectOf(activity)}): it can be a way back in after root is locked.`,
  steps: (activity) => [
    askOwner(activity),
    `If it was not expected: disable what was made (${callLabel(activity)}${subjectOf(activity)}): deactivate its keys, delete its password, detach its policies. Do not delete it before it was examined.`,
    ...lockRoot(activity),
    lookAround(activity),
    recordNeed,
  ],
};

const recordNeed =
  'If it was expected: do this with an administrator role next time; only the first administrator of a new account needs root.';
