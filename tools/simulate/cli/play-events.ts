import { happenedAt } from '../input/happened-at.ts';
import type { Move } from '../input/move-event.ts';
import { InputError } from '../input/errors.ts';
import { parseEntries } from '../input/parse-entries.ts';
import { planEvent } from '../input/plan-event.ts';
import { readSources } from '../input/read-source.ts';
import { endedResult, type Underway } from '../flow/in-flight.ts';
import type { Simulation } from '../flow/simulation.ts';
import type { PlannedEvent, Via } from '../trace/result.ts';
import { playOne } from './play-one.ts';
import type { Output } from './output.ts';
import { TimelineReport } from './timeline-report.ts';

export interface EventsToPlay {
  /** As the user gave it. */
  readonly path: string;
  /** Where a relative path begins. */
  readonly startFolder: string;
  readonly via: Via;
  readonly move: Move;
  /** Whether every event has a line, and every message is shown in full. */
  readonly verbose: boolean;
  /** Hears of what cannot be read while the rest is played. */
  readonly warn: (message: string) => void;
}

/** After so many events whoever interrupts is heard. */
const BREATH = 500;

/**
 * Plays the events of files on their own time line, until the last digest is out.
 *
 * @returns the exit status: 2 when something could not be read, 1 when a fault decided an outcome or
 * nobody is told
 * @throws InputError when there is no event at all
 */
export async function playEvents(
  simulation: Simulation,
  wanted: EventsToPlay,
  output: Output,
): Promise<number> {
  const unreadable: InputError[] = [];
  const events = inTime(plannedEvents(simulation, wanted, unreadable));
  const [first, second] = [events.next(), events.next()];
  const [problem] = unreadable;
  if (first.done === true) {
    throw problem ?? new InputError(`--event ${wanted.path}: it holds no event`);
  }
  if (second.done === true) {
    const status = await playOne(simulation, first.value, output);
    for (const error of unreadable) wanted.warn(error.message);
    return problem === undefined ? status : 2;
  }
  const report = new TimelineReport(output, wanted.verbose);
  const underway: Underway[] = [];
  const send = (planned: PlannedEvent) => {
    const sent = simulation.send(planned);
    const ended = sent.queues.length === 0 ? endedResult(sent) : undefined;
    if (ended !== undefined && report.folds(ended)) report.event(ended);
    else underway.push(sent);
  };
  send(first.value);
  send(second.value);
  let count = 2;
  for (const planned of events) {
    send(planned);
    count += 1;
    if (count % BREATH === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  for (const error of unreadable) wanted.warn(error.message);
  await simulation.playOn(underway, (told) => report.tell(told));
  report.end();
  if (unreadable.length > 0) return 2;
  return report.failed ? 1 : 0;
}

/** The events in the order in which they are read; what cannot be read is left out and noted. */
function* plannedEvents(
  simulation: Simulation,
  { path, startFolder, via, move }: EventsToPlay,
  unreadable: InputError[],
): Generator<PlannedEvent, undefined> {
  const forwarding = simulation.forwardingPatterns();
  for (const source of readSources(path, startFolder, unreadable)) {
    const entries = noting(unreadable, () => parseEntries(source));
    unreadable.push(...(entries?.problems ?? []));
    for (const entry of entries?.entries ?? []) {
      const planned = noting(unreadable, () => planEvent(entry, via, forwarding, move));
      if (planned !== undefined) yield planned;
    }
  }
  return undefined;
}

/** An event that says not when it happened has the time of the one before or, else, behind it. */
function* inTime(events: Generator<PlannedEvent, undefined>): Generator<PlannedEvent, undefined> {
  let before: number | undefined;
  let waiting: PlannedEvent[] = [];
  for (const planned of events) {
    const at = happenedAt(planned.envelope) ?? before;
    before = at;
    if (at === undefined) {
      waiting.push(planned);
      continue;
    }
    for (const one of waiting) yield { ...one, at };
    waiting = [];
    yield { ...planned, at };
  }
  yield* waiting;
  return undefined;
}

function noting<Result>(unreadable: InputError[], make: () => Result): Result | undefined {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    unreadable.push(error);
    return undefined;
  }
}
