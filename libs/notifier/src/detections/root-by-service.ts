import { accountLabel, callLabel } from '../activity/activity.ts';
import type { Detection } from './detection.ts';
import { lookAround } from './response-steps.ts';

export const rootByService: Detection = {
  id: 'root-by-service',
  meaning:
    "An AWS service acted with root's identity, as a consequence of something else; no person made this call.",
  severities: ['info'],
  matches: (activity) => activity.actor === 'service',
  severity: () => 'info',
  title: (activity) => `Root identity used by a service: ${callLabel(activity)}`,
  summary: (activity) =>
    `The AWS service ${activity.principal.invokedBy ?? activity.service} acted with the identity of the root user of account ${accountLabel(activity)} (${callLabel(activity)}).`,
  steps: (activity) => [
    'Nothing to do for this one: look for the call by root that made the service act.',
    lookAround(activity),
  ],
};
