import { accountLabel, callLabel } from '../activity/activity.ts';
import { rootDid, type Detection } from './detection.ts';
import {
  contactOwner,
  denyRootByPolicy,
  reviewActivity,
  restoreMonitoring,
} from './response-steps.ts';
import { impairsDefenses } from './defense-evasion-calls.ts';

export const rootDefenseEvasion: Detection = {
  id: 'root-defense-evasion',
  reference:
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/best-practices-security.html',
  techniques: ['T1562.A001', 'T1685', 'T1685.002'],
  meaning:
    'Root changed or switched off something that watches or guards the account: trails, detectors, rules, recorders, logs, alarms, encryption keys, organization policies.',
  severities: ['critical'],
  matches: (activity) => rootDid(activity) && impairsDefenses(activity),
  severity: () => 'critical',
  title: (activity) => `Root changed what watches the account: ${callLabel(activity)}`,
  summary: (activity) =>
    `The root user of account ${accountLabel(activity)} changed or switched off something that watches or guards the account (${callLabel(activity)}): what happens next may go unseen.`,
  steps: (activity) => [
    ...denyRootByPolicy(activity),
    restoreMonitoring(activity),
    contactOwner(activity),
    reviewActivity(activity),
  ],
};
