import { accountLabel, callLabel, type Activity } from '../activity/activity.ts';
import { rootDid, type Detection } from './detection.ts';
import {
  contactOwner,
  revokeIdentity,
  denyRootByPolicy,
  reviewActivity,
} from './response-steps.ts';
import { grantsPersistence } from './persistence-calls.ts';

/** Whom the call gave power: the first of these that the request names. */
const subjects = ['userName', 'roleName', 'groupName', 'policyName', 'policyArn', 'name'];
const grants = ['policyArn', 'policyName'];

function firstOf({ request }: Activity, names: readonly string[]): string | undefined {
  return names.map((name) => request.text(name)).find((text) => text !== undefined);
}

/** ` for "jo", policy "arn:…/AdministratorAccess"`. */
function subjectOf(activity: Activity): string {
  const subject = firstOf(activity, subjects);
  const grant = firstOf(activity, grants);
  if (subject === undefined) return '';
  return ` for "${subject}"${grant === undefined || grant === subject ? '' : `, policy "${grant}"`}`;
}

export const rootIdentityPersistence: Detection = {
  id: 'root-identity-persistence',
  reference: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/security-audit-guide.html',
  techniques: ['T1098', 'T1098.001', 'T1098.003', 'T1136.003'],
  meaning:
    "Root created an identity, gave it credentials or gave it more power: a way back in that outlives root's own.",
  severities: ['critical'],
  matches: (activity) => rootDid(activity) && grantsPersistence(activity),
  severity: () => 'critical',
  title: (activity) => `Root changed identities: ${callLabel(activity)}`,
  summary: (activity) =>
    `The root user of account ${accountLabel(activity)} created or empowered an identity (${callLabel(activity)}${subjectOf(activity)}): it can be a way back in after root is locked.`,
  steps: (activity) => [
    contactOwner(activity),
    revokeIdentity(activity),
    ...denyRootByPolicy(activity),
    reviewActivity(activity),
    recordNeed,
  ],
};

const recordNeed =
  'If it was expected: do this with an administrator role next time; only the first administrator of a new account needs root.';
