import { accountLabel, callLabel, type Activity } from '../activity/activity.ts';
import { isConsequence, type Detection } from './detection.ts';
import { askOwner, lockRoot, lookAround } from './response-steps.ts';

const denied = ({ errorCode }: Activity) => /denied|unauthorized|forbidden/i.test(errorCode ?? '');

export const rootCallDenied: Detection = {
  id: 'root-call-denied',
  meaning:
    'Root called something and AWS refused or failed it: somebody tries things out, or a policy did its work.',
  severities: ['high', 'medium'],
  matches: (activity) => activity.actor === 'root' && activity.failed,
  severity: (activity) => (isConsequence(activity) ? 'medium' : 'high'),
  title: (activity) =>
    `Root call ${denied(activity) ? 'denied' : 'failed'}: ${callLabel(activity)}`,
  summary: (activity) =>
    `Somebody acting as the root user of account ${accountLabel(activity)} called ${callLabel(activity)}, and AWS ${denied(activity) ? 'denied it' : 'answered with an error'}${activity.errorCode === undefined ? '' : ` (${activity.errorCode})`}.`,
  steps: (activity) => [
    askOwner(activity),
    'If nobody can explain it: treat root as taken over; the next call may succeed.',
    ...lockRoot(activity),
    lookAround(activity),
  ],
};
