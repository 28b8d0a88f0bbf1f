import type { Severity } from '@root-activity-monitor/event-schema';
import type { Random } from '../random/random.ts';
import {
  asSimulation,
  bodyOf,
  consoleCalls,
  consoleSession,
  grantedCalls,
  grantedSession,
  keyCalls,
  leakedKey,
  recordOf,
  type Call,
  type Credentials,
} from './record.ts';

const minute = 60_000;

/** An event that reaches the queue, and what the harness knows about it. */
export interface ChaosEvent {
  /** Undefined when nobody can read one: then the notifier goes by the queue message. */
  readonly eventId: string | undefined;
  readonly simulated: boolean;
  /** Root session: how it came, account, credentials. */
  readonly session: string;
  readonly account: string;
  readonly severity: Severity;
  readonly kind: 'ordinary' | 'malformed' | 'poison' | 'oversized' | 'simulation' | 'replay';
  readonly body: string;
  /** When it reaches the queue, in milliseconds since 1970. */
  readonly at: number;
  /** Deliveries of the same event by EventBridge, each a message of its own. */
  readonly copies: readonly number[];
}

const actors: readonly [
  readonly [Credentials, readonly [Call, ...Call[]]],
  ...(readonly [Credentials, readonly [Call, ...Call[]]])[],
] = [
  [consoleSession, consoleCalls],
  [consoleSession, consoleCalls],
  [leakedKey, keyCalls],
  [grantedSession, grantedCalls],
];

/** Draws the root activity of a few accounts: bursts, pauses about as long as a session's quiet. */
export function drawEvents(random: Random, start: number, end: number): readonly ChaosEvent[] {
  const events: ChaosEvent[] = [];
  const accounts = random.whole(1, 3);
  for (let burst = random.whole(3, 7); burst > 0; burst--) {
    const account = String(300_000_000_000 + random.whole(1, accounts));
    const [credentials, calls] = random.pick(actors);
    let at = random.between(start, end - 60 * minute);
    for (let left = random.whole(1, 9); left > 0 && at < end; left--) {
      const eventId = `event-${String(events.length).padStart(4, '0')}`;
      const region = random.pick(['us-east-1', 'eu-west-1']);
      const call = random.pick(calls);
      events.push(drawEvent(random, call, { account, region, credentials, eventId, at }, events));
      at += random.holds(0.15) ? random.between(13, 26) * minute : random.between(0, 3) * minute;
    }
  }
  return events.toSorted((a, b) => a.at - b.at);
}

type Place = Parameters<typeof recordOf>[1];

function drawEvent(
  random: Random,
  call: Call,
  place: Place,
  earlier: readonly ChaosEvent[],
): ChaosEvent {
  const { account, at, credentials, eventId } = place;
  const record = recordOf(call, place);
  const copies = random.holds(0.15)
    ? [at + random.between(0, 20) * random.pick([1000, minute])]
    : [];
  const session = `${account}#${call.onlyClaimed === true ? 'attempts' : credentials}`;
  const event = {
    ...{ eventId, account, at, copies, simulated: false, severity: call.severity },
    kind: 'ordinary',
    session: `live#${session}`,
    body: bodyOf(record),
  } as const;
  const [first] = earlier.filter(({ kind }) => kind === 'ordinary');
  switch (random.whole(0, 15)) {
    case 0:
      return {
        ...event,
        ...{ kind: 'malformed', eventId: undefined, severity: 'high', copies: [] },
        session: 'live#unknown#unreadable',
        body: `${event.body.slice(0, 40)} ${eventId}`,
      };
    case 1:
      return {
        ...event,
        ...{ kind: 'poison', severity: 'high', session: `live#${account}#unreadable` },
        body: bodyOf({ ...record, userIdentity: [[[]]], eventName: { toString: 'no' } }),
      };
    case 2: {
      const requestParameters = { document: 'x'.repeat(random.whole(100_000, 700_000)) };
      return { ...event, kind: 'oversized', body: bodyOf({ ...record, requestParameters }) };
    }
    case 3:
    case 4:
      return {
        ...event,
        ...{ kind: 'simulation', simulated: true, session: `simulation:${eventId}#${session}` },
        body: bodyOf(record, asSimulation),
      };
    case 5:
      return {
        ...event,
        ...{ kind: 'replay', session: `replay:catch-up#${session}` },
        body: bodyOf(record, { 'replay-name': 'catch-up' }),
      };
    case 6: {
      // The archive sends again what was told long ago.
      if (first === undefined) return event;
      const body = JSON.stringify({ ...Object(JSON.parse(first.body)), 'replay-name': 'catch-up' });
      const again = first.session.replace('live', 'replay:catch-up');
      return { ...first, at, copies: [], kind: 'replay', session: again, body };
    }
    default:
      return event;
  }
}
