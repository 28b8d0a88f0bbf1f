import type { Finding } from '../detect.ts';
import { consoleLink } from './console-link.ts';
import { factsOf } from './facts.ts';
import { sessionFacts } from './session-facts.ts';
import type { AlertContext } from '../session/alert-context.ts';
import { deliveryNotes, simulationNotes } from './notes.ts';

/** Wide enough for the longest label and a colon. */
const labelWidth = 13;

/**
 * The alert as plain text for a mail client: one sentence, the facts, what to do, where to look.
 */
export function mailBody(finding: Finding, context?: AlertContext | 'unknown'): string {
  const { activity, detection } = finding;
  const link = consoleLink(activity);
  return [
    ...simulationNotes(activity).flatMap((note) => [note, '']),
    detection.summary(activity),
    '',
    ...deliveryNotes(activity).flatMap((note) => [note, '']),
    ...[...factsOf(finding), ...sessionFacts(context)].map(
      ([label, value]) => `${`${label}:`.padEnd(labelWidth)}${value}`,
    ),
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
    return `${String(number)}. ${step.replace(/`/g, '')}`;
  });
}
