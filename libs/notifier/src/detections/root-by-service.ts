import { accountLabel, callLabel, type Activity } from '../activity/activity.ts';
import type { Detection } from './detection.ts';
import { askOwner, disarmIdentity, lookAround, watchAgain } from './response-steps.ts';
import { isBlinding } from './blinding-calls.ts';
import { isEmpowering } from './empowering-calls.ts';

/** Root can let a service do it, a stack that makes an administrator: no service wants that itself. */
const takesOver = (activity: Activity) =>
  activity.principal.type === 'Root' &&
  activity.principal.invokedBy !== undefined &&
  !activity.failed &&
  (isBlinding(activity) || isEmpowering(activity));

export const rootByService: Detection = {
  id: 'root-by-service',
  meaning:
    "An AWS service acted with root's identity, as a consequence of something else; no person made this call. High when a service did for root what takes an account over.",
  severities: ['high', 'info'],
  matches: (activity) => activity.actor === 'service',
  severity: (activity) => (takesOver(activity) ? 'high' : 'info'),
  title: (activity) => `Root identity used by a service: ${callLabel(activity)}`,
  summary: (activity) =>
    `The AWS service ${activity.principal.invokedBy ?? activity.service} acted with the identity of the root user of account ${accountLabel(activity)} (${callLabel(activity)})` +
    (takesOver(activity)
      ? ': somebody who used root had it create or empower an identity, or change what watches the account.'
      : '.'),
  steps: (activity) =>
    takesOver(activity)
      ? [
          askOwner(activity),
          isBlinding(activity) ? watchAgain(activity) : disarmIdentity(activity),
          lookAround(activity),
        ]
      : [
          'Nothing to do for this one: look for the call by root that made the service act.',
          lookAround(activity),
        ],
};
