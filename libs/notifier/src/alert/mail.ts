import type { Finding } from '../detections/finding.ts';
import type { Content } from './content.ts';

/** Wide enough for the longest label and a colon. */
const labelWidth = 13;

/**
 * The alert as plain text for a mail client: one sentence, the facts, what to do, where to look.
 */
export function mailBody({ activity, detection }: Finding, content: Content): string {
  const { facts, link, remarks, warnings } = content;
  return [
    ...warnings.flatMap((note) => [note, '']),
    detection.summary(activity),
    '',
    ...remarks.flatMap((note) => [note, '']),
    ...facts.map(([label, value]) => `${`${label}:`.padEnd(labelWidth)}${value}`),
    '',
    'WHAT TO DO NOW',
    ...numbered(detection.steps(activity)),
    '',
    'WHERE TO LOOK',
    ...(link === undefined
      ? [
          `CloudTrail, Event history, account ${activity.recordedIn}: the record does not say which Region.`,
        ]
      : [
          `The event in CloudTrail (sign in to account ${activity.recordedIn} with a role that may read, not as root; shown for 90 days):`,
          link,
        ]),
    '',
    `Detection: ${detection.id}`,
    `Event ID:  ${activity.eventId}`,
    '',
  ].join('\n');
}

/** Steps with their numbers. A line that is there to be copied has none, so that nothing else is. */
function numbered(steps: readonly string[]): readonly string[] {
  let number = 0;
  return steps.map((step) => {
    const command = /^`([^`]*)`$/.exec(step)?.[1];
    if (command !== undefined) return command;
    number += 1;
    return `${number}. ${step.replace(/`/g, '')}`;
  });
}
