import type { Activity } from '../activity/activity.ts';
import type { Finding } from '../detections/finding.ts';
import type { AlertContext } from '../session/alert-context.ts';
import { factsOf, type Fact } from './facts.ts';

/** What a message about a finding says beside its title, summary and steps, whatever its format. */
export interface Content {
  /** What a reader must know before anything else. */
  readonly warnings: readonly string[];
  /** What a reader must know about the message before acting on it. */
  readonly remarks: readonly string[];
  readonly facts: readonly Fact[];
  /** The event in the CloudTrail console. */
  readonly link: string | undefined;
}

export function contentOf(finding: Finding, context?: AlertContext | 'unknown'): Content {
  const { activity } = finding;
  return {
    warnings: simulationNotes(activity),
    remarks: deliveryNotes(activity),
    facts: [...factsOf(finding), ...sessionFacts(context)],
    link: consoleLink(activity),
  };
}

function simulationNotes({ simulated }: Activity): readonly string[] {
  return simulated
    ? ['This is a SIMULATION: nobody used root. It only proves that this message arrives.']
    : [];
}

function deliveryNotes(activity: Activity): readonly string[] {
  const notes: string[] = [];
  if (activity.replay !== undefined) {
    notes.push(
      `This event was sent again from the archive (replay "${activity.replay}"). You may have been told about it before: compare the event ID.`,
    );
  }
  if (activity.addendum !== undefined) {
    notes.push(
      `CloudTrail delivered this record late or corrected it (${activity.addendum}). Go by the time below.`,
    );
  }
  return notes;
}

/**
 * Whether it is the first alert of its session, and what comes next: without that, silence after a
 * first message looks as if it were over.
 */
export function sessionFacts(context: AlertContext | 'unknown' | undefined): readonly Fact[] {
  if (context === undefined) return [];
  if (context === 'unknown') {
    return [
      [
        'Session',
        'not known: what was sent before cannot be looked up. This may be a repeat, and further calls come one by one.',
      ],
    ];
  }
  const { digestMinutes, follows, number, openedAt, quietMinutes } = context;
  const began = `${new Date(openedAt).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  const what = follows === 'session' ? 'Further calls of this session' : 'Further events like this';
  const digest =
    digestMinutes < quietMinutes
      ? `within ${digestMinutes} minutes`
      : `within ${quietMinutes} minutes of the last one, or ${digestMinutes} minutes at the latest`;
  return [
    ['Session', `alert ${number} of a session that began ${began}`],
    [
      'Next',
      `${what} are counted; the digest comes ${digest}. Anything more severe is alerted at once.`,
    ],
  ];
}

const consoleHosts: Readonly<Record<Activity['partition'], string>> = {
  aws: 'console.aws.amazon.com',
  'aws-us-gov': 'console.amazonaws-us-gov.com',
  'aws-cn': 'console.amazonaws.cn',
};

/**
 * The event in the CloudTrail console, in the partition and Region in which it happened; undefined
 * when the record does not say where. The parts are checked tokens, never free text.
 *
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/view-cloudtrail-events-console.html
 */
export function consoleLink({ eventId, partition, region }: Activity): string | undefined {
  if (region === 'unknown' || eventId === 'unknown') return undefined;
  return `https://${region}.${consoleHosts[partition]}/cloudtrailv2/home?region=${region}#/events/${eventId}`;
}
