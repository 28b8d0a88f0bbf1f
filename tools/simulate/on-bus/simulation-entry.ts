import { randomInt, randomUUID } from 'node:crypto';
import type { PutEventsRequestEntry } from '@aws-sdk/client-eventbridge';
import { SIMULATION_SOURCE, type EventEnvelope } from '@root-activity-monitor/event-schema';
import { moveEvent, type Move } from '../input/move-event.ts';

/** An event that is to be simulated on a real bus. */
export interface Simulated {
  readonly envelope: EventEnvelope;
  /** For people: the fixture's name, or where in a file it stands. */
  readonly label: string;
  /** Whether an alert must come of it; undefined where nobody knows. */
  readonly alerts: boolean | undefined;
}

/** A simulation as it is sent, and what tells its alert from others. */
export interface Sending {
  readonly label: string;
  readonly alerts: boolean | undefined;
  readonly entry: PutEventsRequestEntry;
  /** The account that the alert is about. */
  readonly account: string;
  /** CloudTrail's ID, new for each sending; undefined where the record has none. */
  readonly eventId: string | undefined;
}

/**
 * The entry that puts a simulation on the bus: detail-type and detail of the event, with our own
 * source in place of AWS's. It gets an event ID and a time of its own, or the notifier would know
 * it from last time; and, unless the user names one, an account that nobody has, or it would only
 * be counted in the root session of the last simulation.
 */
export function sendingOf(
  { envelope, label, alerts }: Simulated,
  busArn: string,
  move: Move,
  now: Date,
): Sending {
  const account = move.account ?? unusedAccount();
  const moved = moveEvent(envelope, { ...move, account });
  const known = typeof moved.detail['eventID'] === 'string';
  const eventId = known ? randomUUID() : undefined;
  const detail = {
    ...moved.detail,
    ...(eventId !== undefined && { eventID: eventId }),
    ...('eventTime' in moved.detail && { eventTime: `${now.toISOString().slice(0, 19)}Z` }),
  };
  return {
    label,
    alerts,
    account,
    eventId,
    entry: {
      EventBusName: busArn,
      Source: SIMULATION_SOURCE,
      DetailType: moved['detail-type'],
      Detail: JSON.stringify(detail),
      Time: now,
    },
  };
}

/** AWS gives out no account IDs that begin with seven zeros. */
function unusedAccount(): string {
  return randomInt(1, 100_000).toString().padStart(12, '0');
}
