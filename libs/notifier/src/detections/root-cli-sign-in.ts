import { accountLabel } from '../activity/activity.ts';
import { isCall, rootDid, type Detection } from './detection.ts';
import { askOwner, lockRoot, lookAround, recordUse } from './response-steps.ts';

const oauthCalls = new Set(['AuthorizeOAuth2Access', 'CreateOAuth2Token']);

export const rootCliSignIn: Detection = {
  id: 'root-cli-sign-in',
  meaning: 'Root credentials were handed to a command line with "aws login".',
  severities: ['high'],
  matches: (activity) => rootDid(activity) && isCall(activity, 'signin', oauthCalls),
  severity: () => 'high',
  title: () => 'Root sign-in for the command line',
  summary: (activity) =>
    `Somebody used "aws login" to give a command line or program the powers of the root user of account ${accountLabel(activity)}, for up to 12 hours.`,
  steps: (activity) => [
    askOwner(activity),
    ...(activity.request.text('client_id')?.includes('cross-device') === true
      ? [
          'Ask on which machine the command line runs: it was authorized from another device, as in a phishing attempt.',
        ]
      : []),
    ...lockRoot(activity),
    lookAround(activity),
    recordUse(),
  ],
};
