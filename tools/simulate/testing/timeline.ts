import type { EventEnvelope } from '@root-activity-monitor/event-schema';
import { Simulation } from '../flow/simulation.ts';
import type { Templates } from '../flow/organization.ts';
import type { Told } from '../flow/timeline.ts';
import type { PlannedEvent } from '../trace/result.ts';
import { event } from './events.ts';

/** A stored event at another time, with an ID of its own. */
export function eventAt(name: string, time: string, account = '444455556666'): PlannedEvent {
  const planned = event(name, { account });
  const { envelope } = planned;
  const eventID = `${name}@${time}`.replaceAll(/[^\w-]/g, '-');
  const detail = { ...envelope.detail, eventTime: time, eventID };
  return {
    ...planned,
    envelope: { ...envelope, time, id: eventID, detail } satisfies EventEnvelope,
  };
}

/** Plays events until the last digest is out, and says what became known in which order. */
export async function playOn(
  templates: Templates,
  events: readonly PlannedEvent[],
): Promise<readonly Told[]> {
  const simulation = new Simulation(templates);
  const told: Told[] = [];
  try {
    await simulation.playOn(
      events.map((one) => simulation.send(one)),
      (one) => told.push(one),
    );
    return told;
  } finally {
    await simulation.close();
  }
}

/** What was told, a line each: when, what, and of which events. */
export function story(told: readonly Told[]): readonly string[] {
  const at = (time: number) => new Date(time).toISOString().slice(0, 19);
  return told.map((one) => {
    switch (one.kind) {
      case 'event':
        return `${at(one.result.at)} ${one.result.outcome} ${String(one.result.event.detail['eventName'])}`;
      case 'digest':
        return `${at(one.digest.at)} digest of ${one.digest.events.length}`;
      case 'untold':
        return `untold ${one.results.length}: ${one.why}`;
    }
  });
}
