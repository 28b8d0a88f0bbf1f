import { UsageError as BusUsageError } from '@root-activity-monitor/command-line';
import type { Fixture } from '@root-activity-monitor/event-fixtures';
import {
  simulatedFixture,
  simulateOnBus,
  type BusSurroundings,
  type Simulated,
} from '../../bus/index.ts';
import type { Move } from '../input/move-event.ts';
import { parseEntries } from '../input/parse-entries.ts';
import { planEvent } from '../input/plan-event.ts';
import { readSources } from '../input/read-source.ts';
import type { BusFlags } from './bus-flags.ts';
import { UsageError } from './errors.ts';

export interface WantedOnBus {
  readonly bus: BusFlags;
  readonly json: boolean;
  readonly move: Move;
  /** The fixture that was chosen, all that can be simulated, or events of the user's own. */
  readonly play:
    Fixture | readonly Fixture[] | { readonly path: string; readonly startFolder: string };
}

/**
 * Plays events onto the central event bus of a deployed hub, as labelled simulations.
 *
 * @returns the exit status
 * @throws UsageError, InputError
 */
export async function playOnBus(
  { bus, json, move, play }: WantedOnBus,
  around: BusSurroundings,
): Promise<number> {
  const { arn, endpointUrl, yes, wait } = bus;
  return await simulateOnBus(
    { bus: arn, endpointUrl, yes, wait, json, move, events: simulated(play) },
    around,
  );
}

function simulated(play: WantedOnBus['play']): readonly Simulated[] {
  if ('path' in play) {
    return [...readSources(play.path, play.startFolder)].flatMap((source) => {
      const { entries, problems } = parseEntries(source);
      // Half of a file is no simulation that anybody asked for.
      const [problem] = problems;
      if (problem !== undefined) throw problem;
      return entries.map((entry) => {
        const { envelope } = planEvent(entry, 'simulation', []);
        return { envelope, label: entry.label, alerts: undefined };
      });
    });
  }
  if ('envelope' in play) return [oneFixture(play)];
  const reachTheHub = play.filter(({ expect }) => !('stoppedAt' in expect));
  return reachTheHub.map(simulatedFixture);
}

function oneFixture(fixture: Fixture): Simulated {
  try {
    return simulatedFixture(fixture);
  } catch (error) {
    if (error instanceof BusUsageError) throw new UsageError(error.message, { cause: error });
    throw error;
  }
}
