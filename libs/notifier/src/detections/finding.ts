import type { Activity } from '../activity/activity.ts';
import type { Severity } from '@root-activity-monitor/event-schema';
import type { Detection } from './detection.ts';

/** What a detection makes of an activity. */
export interface Finding {
  readonly activity: Activity;
  readonly detection: Detection;
  readonly severity: Severity;
}
