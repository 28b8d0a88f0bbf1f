import { findFixture } from '@root-activity-monitor/event-fixtures';
import { Simulation, type SimulationOptions } from '../flow/simulation.ts';
import type { Templates } from '../flow/organization.ts';
import { moveEvent, type Move } from '../input/move-event.ts';
import type { EventResult, PlannedEvent } from '../trace/result.ts';

/** A stored event to play, on the road that the fixture names. */
export function event(name: string, move: Move = {}): PlannedEvent {
  const fixture = findFixture(name);
  if (fixture === undefined) throw new Error(`no fixture ${name}`);
  return { envelope: moveEvent(fixture.envelope, move), via: fixture.via, label: name };
}

/** Plays events through these templates and stops everything again. */
export async function play(
  templates: Templates,
  events: readonly PlannedEvent[],
  options?: SimulationOptions,
): Promise<readonly EventResult[]> {
  const simulation = new Simulation(templates, options);
  try {
    return await simulation.play(events);
  } finally {
    await simulation.close();
  }
}

export async function playOne(
  templates: Templates,
  one: PlannedEvent,
  options?: SimulationOptions,
): Promise<EventResult> {
  const [result] = await play(templates, [one], options);
  if (result === undefined) throw new Error('no result');
  return result;
}

/** The stage that stopped an event, as `name: reason`; undefined when it came all the way. */
export function stoppedAt({ stages }: EventResult): string | undefined {
  const stage = stages.find(({ passed }) => !passed);
  return stage && `${stage.name}: ${stage.reason}`;
}
