import { accountLabel, callLabel } from '../activity/activity.ts';
import type { Detection } from './detection.ts';
import { askOwner, lookAround, recordUse } from './response-steps.ts';

export const rootRead: Detection = {
  id: 'root-read',
  meaning: 'Root read something that no other detection names.',
  severities: ['low'],
  matches: (activity) => activity.actor === 'root' && activity.readOnly,
  severity: () => 'low',
  title: (activity) => `Root read: ${callLabel(activity)}`,
  summary: (activity) =>
    `Somebody acting as the root user of account ${accountLabel(activity)} looked at something (${callLabel(activity)}).`,
  steps: (activity) => [askOwner(activity), lookAround(activity), recordUse()],
};
