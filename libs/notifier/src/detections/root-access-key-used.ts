import { isLongTermKey } from '../activity/access-key.ts';
import { accountLabel, callLabel } from '../activity/activity.ts';
import type { Detection } from './detection.ts';
import {
  contactOwner,
  deactivateKey,
  revokeIdentity,
  denyRootByPolicy,
  reviewActivity,
  restoreMonitoring,
} from './response-steps.ts';
import { impairsDefenses } from './defense-evasion-calls.ts';
import { grantsPersistence } from './persistence-calls.ts';

export const rootAccessKeyUsed: Detection = {
  id: 'root-access-key-used',
  reference: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/root-user-best-practices.html',
  techniques: ['T1078.A002', 'T1552'],
  meaning:
    'A call was signed with a long-term access key of the root user, whether AWS allowed it or not, reads included.',
  severities: ['critical'],
  matches: (activity) => activity.actor === 'root' && isLongTermKey(activity.principal.accessKeyId),
  severity: () => 'critical',
  title: (activity) => `Root access key used: ${callLabel(activity)}`,
  summary: (activity) =>
    `Somebody holds a permanent access key of the root user of account ${accountLabel(activity)} and used it (${callLabel(activity)}${activity.failed ? ', which AWS refused' : ''}).`,
  steps: (activity) => [
    deactivateKey(activity),
    contactOwner(activity),
    ...denyRootByPolicy(activity, true),
    ...(!activity.failed && impairsDefenses(activity) ? [restoreMonitoring(activity)] : []),
    ...(!activity.failed && grantsPersistence(activity) ? [revokeIdentity(activity)] : []),
    'Find where the key leaked from: search code, build systems, laptops and backups for its ID, shown above.',
    reviewActivity(activity),
  ],
};
