import { accountLabel } from '../activity/activity.ts';
import { isCall, rootDid, type Detection } from './detection.ts';
import { askOwner, lockRoot, lookAround } from './response-steps.ts';

const grants = new Set(['GetSessionToken', 'GetFederationToken']);

export const rootTemporaryCredentials: Detection = {
  id: 'root-temporary-credentials',
  meaning:
    'Root issued temporary credentials that go on working when the key or session they came from is gone.',
  severities: ['high'],
  matches: (activity) => rootDid(activity) && isCall(activity, 'sts', grants),
  severity: () => 'high',
  title: () => 'Root issued temporary credentials',
  summary: (activity) =>
    `The root user of account ${accountLabel(activity)} issued temporary credentials (${activity.eventName}${activity.request.text('name') === undefined ? '' : `, named "${activity.request.text('name') ?? ''}"`}): they can act for root for at most an hour, and cannot be revoked before.`,
  steps: (activity) => [
    askOwner(activity),
    ...lockRoot(activity, activity.eventName === 'GetFederationToken'),
    `The credentials end by themselves, an hour after they were issued at the latest (the record says: ${activity.response.text('credentials', 'expiration') ?? 'nothing'}). Removing the key or the password that they came from does not end them; the policy above does.`,
    lookAround(activity),
  ],
};
