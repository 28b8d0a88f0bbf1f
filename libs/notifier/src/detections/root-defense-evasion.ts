import { accountLabel, callLabel } from '../activity/activity.ts';
import { rootDid, type Detection } from './detection.ts';
import { askOwner, lockRoot, lookAround } from './response-steps.ts';
import { isBlinding } from './takeover-calls.ts';

export const rootDefenseEvasion: Detection = {
  id: 'root-defense-evasion',
  meaning:
    'Root changed or switched off something that watches the account: trails, detectors, rules, recorders, logs, keys.',
  severities: ['critical'],
  matches: (activity) => rootDid(activity) && isBlinding(activity),
  severity: () => 'critical',
  title: (activity) => `Root defense evasion: ${callLabel(activity)}`,
  summary: (activity) =>
    `The root user of account ${accountLabel(activity)} changed or switched off something that watches the account (${callLabel(activity)}): what happens next may not be recorded.`,
  steps: (activity) => [
    ...lockRoot(activity),
    `Switch back on what was switched off (${callLabel(activity)}), and check CloudTrail, GuardDuty, Config and EventBridge rules in every Region of the account.`,
    askOwner(activity),
    lookAround(activity),
  ],
};
