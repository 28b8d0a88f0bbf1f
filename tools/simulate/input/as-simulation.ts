import { SIMULATION_SOURCE, type EventEnvelope } from '@root-activity-monitor/event-schema';

/** The event as the hub account puts it on its bus to simulate it: with our source in AWS's place. */
export function asSimulation(envelope: EventEnvelope): EventEnvelope {
  return { ...envelope, source: SIMULATION_SOURCE };
}
