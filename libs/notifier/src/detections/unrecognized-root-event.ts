import { accountLabel, callLabel } from '../activity/activity.ts';
import type { Detection } from './detection.ts';
import { askOwner } from './response-steps.ts';

export const unrecognizedRootEvent: Detection = {
  id: 'unrecognized-root-event',
  meaning:
    'An event reached the notifier that it cannot read or place; it alerts with what could be read, for it may hide root activity.',
  severities: ['high'],
  matches: (activity) => activity.problems.length > 0,
  severity: () => 'high',
  title: (activity) =>
    activity.problems.length > 0
      ? 'Root event that cannot be read'
      : `Root event of an unknown kind: ${callLabel(activity)}`,
  summary: (activity) =>
    activity.problems.length > 0
      ? `An event about a root user arrived from account ${accountLabel(activity)}, but parts of it are missing or damaged (${activity.problems.slice(0, 5).join(', ')}).`
      : `An event arrived from account ${accountLabel(activity)} that this monitor has no detection for (${callLabel(activity)}).`,
  steps: (activity) => [
    `Look the event up: CloudTrail, Event history, account ${activity.recordedIn}, Region ${activity.region}, around ${activity.time}; read there what this message cannot tell.`,
    'If it shows use of root, treat it as such:',
    askOwner(activity),
    'Tell the people who run this monitor, so that such events get a detection.',
  ],
};
