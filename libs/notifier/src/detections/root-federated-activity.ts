import { accountLabel, callLabel, type Activity } from '../activity/activity.ts';
import type { Detection } from './detection.ts';
import { alsoFederated, askOwner, lockRoot, lookAround } from './response-steps.ts';
import { endsAccount, isBlinding, isEmpowering } from './takeover-calls.ts';

const takesOver = (activity: Activity) =>
  !activity.failed && (isBlinding(activity) || isEmpowering(activity) || endsAccount(activity));

export const rootFederatedActivity: Detection = {
  id: 'root-federated-activity',
  meaning:
    'A session that root issued with GetFederationToken did something: root under another name.',
  severities: ['critical', 'high'],
  matches: (activity) => activity.actor === 'root-federated',
  severity: (activity) => (takesOver(activity) ? 'critical' : 'high'),
  title: (activity) => `Root-issued session used: ${callLabel(activity)}`,
  summary: (activity) =>
    `A temporary session that the root user of account ${accountLabel(activity)} had issued was used (${callLabel(activity)}): it acts with root's power under another name.`,
  steps: (activity) => [
    askOwner(activity),
    ...lockRoot(activity),
    alsoFederated(activity),
    `Find who issued it: CloudTrail, Event history, event name "GetFederationToken" in account ${activity.accountId}, and the root key or session that signed that call.`,
    lookAround(activity),
  ],
};
