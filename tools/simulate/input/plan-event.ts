import {
  envelopeOf,
  EventEnvelopeSchema,
  type EventEnvelope,
  type EventPattern,
} from '@root-activity-monitor/event-schema';
import { matchesEventPattern } from '@root-activity-monitor/event-pattern';
import type { PlannedEvent, Via } from '../trace/result.ts';
import { asSimulation } from './as-simulation.ts';
import { InputError } from './errors.ts';
import { moveEvent, type Move } from './move-event.ts';
import type { Entry } from './parse-entries.ts';
import { whatNobodyKnows, withoutInvention } from './unknown-facts.ts';

/**
 * Makes a playable event of an entry: an EventBridge envelope as it is, a CloudTrail record in the
 * envelope that EventBridge would give it.
 *
 * An entry that breaks the schema and that the forwarding rule would therefore drop is marked
 * malformed. AWS would never send such a thing; who replays a file wants to hear of it.
 *
 * @param forwarding the patterns of the forwarding rules
 * @param move where it is to have happened instead
 * @throws InputError for a record that says not when or where it happened: EventBridge always does
 */
export function planEvent(
  entry: Entry,
  via: Via,
  forwarding: readonly EventPattern[],
  move: Move = {},
): PlannedEvent {
  const { value, label } = entry;
  const read = readEnvelope(value);
  const problem = via === 'aws' ? read.problem : undefined;
  const malformed =
    problem !== undefined &&
    !forwarding.some((pattern) => matchesEventPattern(pattern, read.envelope));
  const honest = read.record === undefined ? read.envelope : withoutInvention(read.envelope);
  const moved = moveEvent(honest, move);
  const envelope = via === 'simulation' ? asSimulation(moved) : moved;
  if (malformed) return { envelope, via, label, malformed: problem };
  const missing = read.record === undefined ? [] : whatNobodyKnows(envelope, via);
  if (missing.length > 0) {
    throw new InputError(
      `--event ${label}: the record has no ${missing.join(', no ')}; an event of EventBridge always has, so complete it or give the whole event`,
    );
  }
  return { envelope, via, label };
}

interface ReadEnvelope {
  readonly envelope: EventEnvelope;
  /** Set where the entry has no envelope of its own. */
  readonly record?: true;
  /** What keeps it from being an event that AWS could have sent. */
  readonly problem?: string;
}

function readEnvelope(value: unknown): ReadEnvelope {
  const object = asObject(value);
  if (object === undefined) {
    const kind = value === null ? 'null' : Array.isArray(value) ? 'a list' : `a ${typeof value}`;
    return {
      envelope: envelopeOf({ unreadable: value }),
      record: true,
      problem: `the entry is ${kind}, not a CloudTrail record`,
    };
  }
  const fixture = asObject(object['envelope']);
  if (fixture !== undefined && 'expect' in object) return readEnvelope(fixture);
  if (!('detail' in object) || !('detail-type' in object || 'source' in object)) {
    return { envelope: envelopeOf(object), record: true, ...recordProblem(object) };
  }
  const envelope = EventEnvelopeSchema.safeParse(object);
  if (!envelope.success) {
    const [issue] = envelope.error.issues;
    const detail = asObject(object['detail']) ?? { unreadable: object['detail'] };
    return {
      envelope: envelopeOf(detail),
      record: true,
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
