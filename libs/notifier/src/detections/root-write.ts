import { accountLabel, callLabel } from '../activity/activity.ts';
import { isConsequence, type Detection } from './detection.ts';
import { contactOwner, denyRootByPolicy, reviewActivity, recordUse } from './response-steps.ts';

export const rootWrite: Detection = {
  id: 'root-write',
  reference: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/root-user-tasks.html',
  techniques: ['T1078.A002'],
  meaning: 'Root changed something that no other detection names.',
  severities: ['high', 'medium'],
  matches: (activity) => activity.actor === 'root' && !activity.readOnly,
  severity: (activity) => (isConsequence(activity) ? 'medium' : 'high'),
  title: (activity) => `Root write: ${callLabel(activity)}`,
  summary: (activity) =>
    `Somebody acting as the root user of account ${accountLabel(activity)} changed something (${callLabel(activity)}).`,
  steps: (activity) => [
    contactOwner(activity),
    ...denyRootByPolicy(activity),
    reviewActivity(activity),
    recordUse(),
  ],
};
