import { accountLabel, callLabel } from '../activity/activity.ts';
import type { Detection } from './detection.ts';
import { reviewActivity } from './response-steps.ts';

export const rootByService: Detection = {
  id: 'root-by-service',
  reference:
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-user-identity.html',
  techniques: [],
  meaning:
    "An AWS service acted by itself with root's identity: a service event, or one of the few calls that nobody can have a service make (a written list in `activity/invoked-by.ts`). What root does through a service is judged as root's own call.",
  severities: ['info'],
  matches: (activity) => activity.actor === 'service',
  severity: () => 'info',
  title: (activity) => `Root identity used by a service: ${callLabel(activity)}`,
  summary: (activity) =>
    `The AWS service ${activity.through ?? activity.service} acted by itself with the identity of the root user of account ${accountLabel(activity)} (${callLabel(activity)}).`,
  steps: (activity) => [
    'Nothing to do for this one: nobody made this call. What set it up is an event of its own.',
    reviewActivity(activity),
  ],
};
