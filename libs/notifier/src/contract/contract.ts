import * as z from 'zod/mini';
import { severities } from '@root-activity-monitor/event-schema';

/*
 * What other programs may rely on: the log lines, the identity of an event, the names in the state
 * table. The simulator and the harnesses that prove the notifier read these, and nothing else of it.
 */

/** What became of a message. `failed` and `waiting` ones are handed back to the queue. */
export const outcomes = [
  'alerted',
  'degraded',
  'digested',
  'recorded',
  'waiting',
  'failed',
] as const;
export type Outcome = (typeof outcomes)[number];

/** The line logged about each event; the metrics beside it are for CloudWatch. */
export const DecisionLogSchema = z.looseObject({
  message: z.literal('event decided'),
  level: z.enum(['info', 'error']),
  eventId: z.string(),
  messageId: z.string(),
  outcome: z.enum(outcomes),
  failure: z.optional(z.string()),
  detection: z.string(),
  severity: z.enum(severities),
  /** The account whose root user was used, or was the target. */
  accountId: z.string(),
  /** The account that recorded the event. */
  account: z.string(),
  region: z.string(),
  eventName: z.string(),
  simulated: z.boolean(),
  /** Recorded only, because it was alerted or counted before. */
  duplicate: z.optional(z.boolean()),
});
export type DecisionLog = Readonly<z.infer<typeof DecisionLogSchema>>;

/** The line logged about each digest that was published. */
export const DigestLogSchema = z.looseObject({
  message: z.literal('digest sent'),
  level: z.enum(['info', 'error']),
  failure: z.optional(z.string()),
  accountId: z.string(),
  severity: z.enum(severities),
  events: z.number(),
});
export type DigestLog = Readonly<z.infer<typeof DigestLogSchema>>;

/** The decisions among the lines of a log, in order. */
export function decisionsIn(log: readonly string[]): readonly DecisionLog[] {
  return log.flatMap((line) => {
    const parsed = DecisionLogSchema.safeParse(parseLine(line));
    return parsed.success ? [parsed.data] : [];
  });
}

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** What identifies an event: whose CloudTrail recorded it, and its `eventID` there. */
export interface EventIdentity {
  readonly recordedIn: string;
  readonly eventId: string;
  readonly simulated: boolean;
}

/**
 * What makes two deliveries the same event: CloudTrail's `eventID` and the account that recorded
 * it. The envelope's own ID changes when an event is sent again.
 *
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html
 */
export function eventKeyOf({ recordedIn, eventId, simulated }: EventIdentity): string {
  return `${simulated ? 'simulation' : 'event'}#${recordedIn}#${eventId}`;
}

/** What the detection of a digest is called in its message attributes and its text. */
export const digestDetection = 'root-session-digest';

/** Which event an alert is about, or how many a digest counts: from its message attributes. */
export type MessageSubject =
  | { readonly is: 'alert'; readonly eventKey: string }
  | { readonly is: 'digest'; readonly events: number };

/** @param attribute the value of a message attribute of SNS by its name */
export function messageSubject(attribute: (name: string) => string | undefined): MessageSubject {
  if (attribute('detection') === digestDetection) {
    return { is: 'digest', events: Number(attribute('events')) };
  }
  const eventKey = eventKeyOf({
    recordedIn: attribute('recordedIn') ?? 'unknown',
    eventId: attribute('eventId') ?? 'unknown',
    simulated: attribute('simulated') === 'true',
  });
  return { is: 'alert', eventKey };
}

/** The state table: one item an event (`id` is its key) or a session, and an index over both. */
export const stateTable = {
  key: 'id',
  index: 'by-collection',
  collection: 'collection',
  /** The collection of the sessions that are going on. */
  openSessions: 'open-sessions',
  /** What became of an event: `alerted`, `mailed` (chat is missing) or `counted`. */
  progress: 'progress',
} as const;
