import { accountLabel, type Activity } from '../activity/activity.ts';
import { isExchange } from '../activity/oauth-grant.ts';
import type { Detection } from './detection.ts';
import { contactOwner, denyRootByPolicy, reviewActivity } from './response-steps.ts';

/**
 * Calls that answer with credentials or a token that works elsewhere. CloudTrail marks some of them
 * as reads.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_request.html
 */
const grants = new Set([
  'sts GetSessionToken',
  'sts GetFederationToken',
  'sts GetWebIdentityToken',
  'sts GetDelegatedAccessToken',
  'sts AssumeRole',
  'signin CreateOAuth2TokenWithIAM',
  'signin CreateOAuth2TokenWithTokenExchange',
  'signin CreateBearerToken',
  'sso-oauth CreateTokenWithIAM',
  'airflow CreateCliToken',
  'airflow CreateWebLoginToken',
  'sagemaker CreatePresignedDomainUrl',
]);

/** A token that tells others who the caller is; it calls nothing of AWS. */
const provesIdentity = ({ eventName }: Activity) => eventName === 'GetWebIdentityToken';

/** Those that STS grants to root itself are limited to an hour. */
const endsWithinAnHour = ({ eventName }: Activity) =>
  eventName === 'GetSessionToken' || eventName === 'GetFederationToken';

export const rootTemporaryCredentials: Detection = {
  id: 'root-temporary-credentials',
  reference: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_request.html',
  techniques: ['T1078.A002', 'T1550.001'],
  meaning:
    'Root, or a root session, issued temporary credentials or a token that goes on working when the key or session it came from is gone.',
  severities: ['high'],
  matches: (activity) => {
    const { actor, eventName, failed, service } = activity;
    if ((actor !== 'root' && actor !== 'root-session') || failed) return false;
    const call = `${service} ${eventName}`;
    return grants.has(call) || (call === 'signin CreateOAuth2Token' && isExchange(activity));
  },
  severity: () => 'high',
  title: () => 'Root issued temporary credentials',
  summary: (activity) =>
    `${activity.actor === 'root' ? 'The root user' : 'A root session'} of account ${accountLabel(activity)} issued temporary credentials (${activity.eventName}${activity.request.text('name') === undefined ? '' : `, named "${activity.request.text('name') ?? ''}"`}): ${provesIdentity(activity) ? 'with them, a program elsewhere passes for root' : 'they can act for root'} ${endsWithinAnHour(activity) ? 'for at most an hour' : 'until they expire'}, and cannot be revoked before.`,
  steps: (activity) => [
    contactOwner(activity),
    ...denyRootByPolicy(activity, activity.eventName === 'GetFederationToken'),
    `The credentials end by themselves${endsWithinAnHour(activity) ? ', an hour after they were issued at the latest' : ''} (the record says: ${activity.response.text('credentials', 'expiration') ?? activity.response.text('expiration') ?? 'nothing'}). Removing the key or the password that they came from does not end them; the policy above does.`,
    reviewActivity(activity),
  ],
};
