import { rulesOn } from '../aws/events/rule.ts';
import { moveEvent, type Move } from '../input/move-event.ts';
import { InputError } from '../input/errors.ts';
import { parseEntries } from '../input/parse-entries.ts';
import { planEvent } from '../input/plan-event.ts';
import { readSources } from '../input/read-source.ts';
import { deployOrganization, type Templates } from '../road/organization.ts';
import { partitionOf } from '../cloudformation/place.ts';
import type { Simulation } from '../road/simulation.ts';
import type { EventResult, Outcome, PlannedEvent, Via } from '../trace/result.ts';
import { playOne } from './play-one.ts';
import type { Output } from './output.ts';

export interface EventsToPlay {
  /** As the user gave it. */
  readonly path: string;
  /** Where a relative path begins. */
  readonly startFolder: string;
  readonly via: Via;
  readonly move: Move;
  /** Hears of files of a folder that cannot be read. */
  readonly warn: (message: string) => void;
}

/** So many events are in the queue at once; results appear after each round. */
const ROUND = 500;

/**
 * Plays the events of files, in order.
 *
 * @returns the exit status: 1 when a fault decided an outcome or a file of a folder is unreadable
 * @throws InputError when there is no event at all
 */
export async function playEvents(
  simulation: Simulation,
  templates: Templates,
  wanted: EventsToPlay,
  output: Output,
): Promise<number> {
  const unreadable: InputError[] = [];
  const events = plannedEvents(templates, wanted, unreadable);
  const counts = new Map<Outcome, number>();
  let status = 0;
  for (let round = take(events, ROUND); round.length > 0; round = take(events, ROUND)) {
    const [only] = round;
    if (round.length === 1 && only !== undefined && counts.size === 0) {
      status = await playOne(simulation, only, output);
      break;
    }
    for (const result of await simulation.play(round)) {
      show(result, output);
      counts.set(result.outcome, (counts.get(result.outcome) ?? 0) + 1);
      if (!result.asDesigned) status = 1;
    }
  }
  const [first] = unreadable;
  if (first !== undefined && counts.size === 0 && status === 0) throw first;
  for (const error of unreadable) wanted.warn(error.message);
  if (counts.size > 0 && !output.json) {
    output.say([...counts].map(([outcome, count]) => `${count} ${outcome}`).join(', '));
  }
  return unreadable.length > 0 ? 1 : status;
}

function* plannedEvents(
  templates: Templates,
  { path, startFolder, via, move }: EventsToPlay,
  unreadable: InputError[],
): Generator<PlannedEvent> {
  const { hub } = templates;
  const spoke = deployOrganization(templates, partitionOf(hub.region)).spoke(
    hub.account,
    hub.region,
  );
  const forwarding = rulesOn(spoke, 'default').map(({ pattern }) => pattern);
  for (const source of readSources(path, startFolder)) {
    try {
      for (const entry of parseEntries(source)) {
        const planned = planEvent(entry, via, forwarding);
        yield { ...planned, envelope: moveEvent(planned.envelope, move) };
      }
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      unreadable.push(error);
    }
  }
}

function take(events: Generator<PlannedEvent>, count: number): readonly PlannedEvent[] {
  const taken: PlannedEvent[] = [];
  while (taken.length < count) {
    const { value, done } = events.next();
    if (done === true) break;
    taken.push(value);
  }
  return taken;
}

function show(result: EventResult, output: Output): void {
  if (output.json) output.jsonLine(result);
  else output.summaryLine(result);
}
