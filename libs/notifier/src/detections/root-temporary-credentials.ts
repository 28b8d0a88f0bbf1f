import { accountLabel } from '../activity/activity.ts';
import { isCall, rootDid, type Detection } from './detection.ts';
import { alsoFederated, askOwner, lockRoot, lookAround } from './response-steps.ts';

const grants = new Set(['GetSessionToken', 'GetFederationToken']);

export const rootTemporaryCredentials: Detection = {
  id: 'root-temporary-credentials',
  meaning:
    'Root issued temporary credentials that keep its powers when the key or session they came from is gone.',
  severities: ['high'],
  matches: (activity) => rootDid(activity) && isCall(activity, 'sts', grants),
  severity: () => 'high',
  title: () => 'Root issued temporary credentials',
  summary: (activity) =>
    `The root user of account ${accountLabel(activity)} issued temporary credentials (${activity.eventName}${activity.request.text('name') === undefined ? '' : `, named "${activity.request.text('name') ?? ''}"`}): they carry root's powers until they expire.`,
  steps: (activity) => [
    askOwner(activity),
    ...lockRoot(activity),
    `The credentials end at ${activity.response.text('credentials', 'expiration') ?? 'a time that the record does not show'} and cannot be revoked one by one; the service control policy above stops them.` +
      (activity.eventName === 'GetFederationToken' ? ` ${alsoFederated(activity)}` : ''),
    lookAround(activity),
  ],
};
