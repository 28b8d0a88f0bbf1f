import type { Activity } from '../activity/activity.ts';
import { catalogue } from './catalogue.ts';
import { unrecognizedRootEvent } from './unrecognized-root-event.ts';
import type { Finding } from './finding.ts';

/** The one verdict on an activity; what no detection knows is unrecognized, never dropped. */
export function detect(activity: Activity): Finding {
  const detection =
    catalogue.find((candidate) => candidate.matches(activity)) ?? unrecognizedRootEvent;
  return { activity, detection, severity: detection.severity(activity) };
}
