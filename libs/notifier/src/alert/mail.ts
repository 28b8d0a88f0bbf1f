import type { Finding } from '../detect.ts';
import { consoleLink } from './console-link.ts';
import { factsOf } from './facts.ts';
import { deliveryNotes, simulationNotes } from './notes.ts';

/** Wide enough for the longest label and a colon. */
const labelWidth = 13;

/**
 * The alert as plain text for a mail client: one sentence, the facts, what to do, where to look.
 */
export function mailBody(finding: Finding): string {
  const { activity, detection } = finding;
  const link = consoleLink(activity);
  return [
    ...simulationNotes(activity).flatMap((note) => [note, '']),
    detection.summary(activity),
    '',
    ...deliveryNotes(activity).flatMap((note) => [note, '']),
    ...factsOf(finding).map(([label, value]) => `${`${label}:`.padEnd(labelWidth)}${value}`),
    '',
    'WHAT TO DO NOW',
    ...detection.steps(activity).map((step, index) => `${String(index + 1)}. ${asMail(step)}`),
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

/** Backticks mark what is there to be copied; in a mail they would be copied with it. */
function asMail(step: string): string {
  return step.replace(/`/g, '');
}
