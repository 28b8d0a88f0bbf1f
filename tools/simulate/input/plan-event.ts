import {
  envelopeOf,
  EventEnvelopeSchema,
  type EventEnvelope,
  type EventPattern,
} from '@root-activity-monitor/event-schema';
import { matchesEventPattern } from '@root-activity-monitor/event-pattern';
import type { PlannedEvent, Via } from '../trace/result.ts';
import type { Entry } from './parse-entries.ts';

/**
 * Makes a playable event of an entry: an EventBridge envelope as it is, a CloudTrail record in the
 * envelope that EventBridge would give it.
 *
 * An entry that breaks the schema and that the forwarding rule would therefore drop is marked
 * malformed. AWS would never send such a thing; who replays a file wants to hear of it.
 *
 * @param forwarding the patterns of the forwarding rules
 */
export function planEvent(
  entry: Entry,
  via: Via,
  forwarding: readonly EventPattern[],
): PlannedEvent {
  const { value, label } = entry;
  const read = readEnvelope(value);
  const problem = via === 'aws' ? read.problem : undefined;
  const seen = forwarding.some((pattern) => matchesEventPattern(pattern, read.envelope));
  const malformed = problem === undefined || seen ? {} : { malformed: problem };
  return { envelope: read.envelope, via, label, ...malformed };
}

interface ReadEnvelope {
  readonly envelope: EventEnvelope;
  /** What keeps it from being an event that AWS could have sent. */
  readonly problem?: string;
}

function readEnvelope(value: unknown): ReadEnvelope {
  const object = asObject(value);
  if (object === undefined) {
    const kind = value === null ? 'null' : Array.isArray(value) ? 'a list' : `a ${typeof value}`;
    return {
      envelope: envelopeOf({ unreadable: value }),
      problem: `the entry is ${kind}, not a CloudTrail record`,
    };
  }
  const fixture = asObject(object['envelope']);
  if (fixture !== undefined && 'expect' in object) return readEnvelope(fixture);
  if (!('detail' in object) || !('detail-type' in object || 'source' in object)) {
    return { envelope: envelopeOf(object), ...recordProblem(object) };
  }
  const envelope = EventEnvelopeSchema.safeParse(object);
  if (!envelope.success) {
    const [issue] = envelope.error.issues;
    const detail = asObject(object['detail']) ?? { unreadable: object['detail'] };
    return {
      envelope: envelopeOf(detail),
      problem: `the envelope's ${issue?.path.join('.') ?? ''} is unreadable`,
    };
  }
  const fromCloudTrail = envelope.data['detail-type'].endsWith(' via CloudTrail');
  return { envelope: envelope.data, ...(fromCloudTrail && recordProblem(envelope.data.detail)) };
}

/**
 * What nobody could place: a record whose name cannot be read, or whose identity is no object. Where
 * the name can be read, a missing field is for the forwarding rule to judge.
 */
function recordProblem(record: Readonly<Record<string, unknown>>): { readonly problem?: string } {
  // CloudTrail Insights events have a shape of their own, and no identity.
  if (record['eventType'] === 'AwsCloudTrailInsight') return {};
  const { eventName, userIdentity } = record;
  if (typeof eventName !== 'string' || eventName === '') {
    return { problem: "the record's eventName cannot be read" };
  }
  return (userIdentity ?? undefined) === undefined || asObject(userIdentity) !== undefined
    ? {}
    : { problem: "the record's userIdentity cannot be read" };
}

function asObject(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value))
    : undefined;
}
