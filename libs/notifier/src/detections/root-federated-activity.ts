import { accountLabel, callLabel } from '../activity/activity.ts';
import type { Detection } from './detection.ts';
import { contactOwner, denyRootByPolicy, reviewActivity } from './response-steps.ts';
import { enablesTakeover } from './takeover-calls.ts';

export const rootFederatedActivity: Detection = {
  id: 'root-federated-activity',
  reference:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_getfederationtoken.html',
  techniques: ['T1078.A002', 'T1550.001'],
  meaning:
    'A session that root issued with GetFederationToken did something: root under another name.',
  severities: ['critical', 'high'],
  matches: (activity) => activity.actor === 'root-federated',
  severity: (activity) => (enablesTakeover(activity) ? 'critical' : 'high'),
  title: (activity) => `Root-issued session used: ${callLabel(activity)}`,
  summary: (activity) =>
    `A temporary session that the root user of account ${accountLabel(activity)} had issued was used (${callLabel(activity)}): root acts under another name.`,
  steps: (activity) => [
    contactOwner(activity),
    ...denyRootByPolicy(activity, true),
    `Find who issued it: CloudTrail, "Event history", event name "GetFederationToken" in account ${activity.accountId}, and the root key or session that signed that call.`,
    reviewActivity(activity),
  ],
};
