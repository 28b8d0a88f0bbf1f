import { accountLabel, type Activity } from '../activity/activity.ts';
import {
  grantedTo,
  isExchange,
  isRenewal,
  redirectHost,
  signInSession,
} from '../activity/oauth-grant.ts';
import { isCall, rootDid, type Detection } from './detection.ts';
import { contactOwner, denyRootByPolicy, reviewActivity, recordUse } from './response-steps.ts';

const oauthCalls = new Set(['AuthorizeOAuth2Access', 'CreateOAuth2Token']);

const receivers = {
  'command-line': 'the command line',
  agent: 'an AI agent',
  program: 'a program',
} as const;

const fromOtherDevice = ({ request }: Activity) =>
  request.text('client_id')?.includes('cross-device') === true;

export const rootCliSignIn: Detection = {
  id: 'root-cli-sign-in',
  reference: 'https://docs.aws.amazon.com/signin/latest/userguide/oauth-sign-in-overview.html',
  techniques: ['T1078.A002', 'T1550.001'],
  meaning:
    'Root credentials were handed to a command line ("aws login"), an AI agent or another program over OAuth; low when a token that was granted before is renewed.',
  severities: ['high', 'low'],
  matches: (activity) =>
    rootDid(activity) && isCall(activity, 'signin', oauthCalls) && !isExchange(activity),
  severity: (activity) => (isRenewal(activity) ? 'low' : 'high'),
  title: (activity) =>
    isRenewal(activity)
      ? `Root token renewed for ${receivers[grantedTo(activity)]}`
      : `Root sign-in for ${receivers[grantedTo(activity)]}`,
  summary: (activity) => {
    const account = `the root user of account ${accountLabel(activity)}`;
    if (isRenewal(activity)) {
      return `The access of ${receivers[grantedTo(activity)]} that acts as ${account} was renewed; nobody signed in anew.`;
    }
    if (grantedTo(activity) === 'command-line') {
      return `Somebody used "aws login" to give a command line or program the powers of ${account}, for up to 12 hours.`;
    }
    const host = redirectHost(activity);
    const receiver = host === undefined ? '' : ` (${host})`;
    return `Somebody gave ${receivers[grantedTo(activity)]}${receiver} the powers of ${account}: what it is told to do, from then on, is done by root.`;
  },
  steps: (activity) => [
    contactOwner(activity),
    ...(fromOtherDevice(activity)
      ? [
          'Ask on which machine the command line runs: it was authorized from another device, as in a phishing attempt.',
        ]
      : []),
    ...(grantedTo(activity) === 'command-line' ? [] : [revokeGrant(activity)]),
    ...denyRootByPolicy(activity),
    reviewActivity(activity),
    recordUse(),
  ],
};

/** @see https://docs.aws.amazon.com/signin/latest/userguide/aws-mcp-server.html */
function revokeGrant(activity: Activity): string {
  const session = signInSession(activity);
  return (
    'Take the access away. Removed in the agent or program that holds it, no new tokens are issued, but those out there work for up to an hour. The policy below stops them; one for this access alone denies its sign-in session with the condition key aws:SignInSessionArn' +
    (session === undefined ? '.' : ` (${session}).`)
  );
}
