import { accountLabel, callLabel, type Activity } from '../activity/activity.ts';
import { isConsequence, type Detection } from './detection.ts';
import { contactOwner, denyRootByPolicy, reviewActivity } from './response-steps.ts';
import { isVainRead } from './root-read.ts';

const denied = ({ errorCode }: Activity) => /denied|unauthorized|forbidden/i.test(errorCode ?? '');

export const rootCallDenied: Detection = {
  id: 'root-call-denied',
  reference: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html',
  techniques: ['T1078.A002'],
  meaning:
    'Root called something and AWS refused it, or tried a change that failed: somebody tries things out, or a policy did its work.',
  severities: ['high', 'medium'],
  matches: (activity) => activity.actor === 'root' && activity.failed && !isVainRead(activity),
  severity: (activity) => (isConsequence(activity) ? 'medium' : 'high'),
  title: (activity) =>
    `Root call ${denied(activity) ? 'denied' : 'failed'}: ${callLabel(activity)}`,
  summary: (activity) =>
    `Somebody acting as the root user of account ${accountLabel(activity)} called ${callLabel(activity)}, and AWS ${denied(activity) ? 'denied it' : 'answered with an error'}${activity.errorCode === undefined ? '' : ` (${activity.errorCode})`}.`,
  steps: (activity) => [
    contactOwner(activity),
    'If nobody can explain it: treat root as taken over; the next call may succeed.',
    ...denyRootByPolicy(activity),
    reviewActivity(activity),
  ],
};
