import { chanceOf, type Random } from '../random/random.ts';
import {
  isHarmless,
  requestFaultNames,
  requestFaults,
  type RequestFaultName,
  type Service,
} from './request-faults.ts';

const minute = 60_000;

/** One kind of fault that is about for a while. */
export interface FaultWindow {
  readonly fault: RequestFaultName;
  /** Milliseconds since 1970. */
  readonly from: number;
  readonly to: number;
  /** How likely it strikes each request. */
  readonly chance: number;
}

/** One request, as far as faults go by it. */
export interface StruckRequest {
  readonly invocation: number;
  readonly service: Service;
  readonly operation: string;
  readonly body: string;
  /** How often this invocation made the same request before. */
  readonly repeated: number;
}

/** Draws what a seed has in store; every fifth seed is fair: invocations at the same time only. */
export function drawFaults(random: Random, start: number, end: number): readonly FaultWindow[] {
  const fair = random.holds(0.2);
  const names = random.shuffled(requestFaultNames.filter((name) => isHarmless(name) || !fair));
  return names.slice(0, random.whole(2, 7)).map((fault) => {
    const [from, lasts] =
      'outage' in requestFaults[fault]
        ? [random.between(start, end), random.between(5, 90) * minute]
        : [start, end - start];
    return {
      fault,
      from,
      to: Math.min(end, from + lasts),
      chance: 'outage' in requestFaults[fault] ? 1 : random.between(0.01, maxChance(fault)),
    };
  });
}

/**
 * Each process that ends costs the harness the start of another; publishes are rare among the
 * requests.
 */
function maxChance(fault: RequestFaultName): number {
  const { effect, services } = requestFaults[fault];
  if (effect.type === 'killed' || effect.type === 'hanging') return 0.03;
  return services.some((service) => service === 'dynamodb') ? 0.15 : 0.4;
}

/** Random identifiers, which say nothing about what a request does. */
const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/g;

/** What strikes a request, by what it is, and never by when it came in. */
export function faultFor(
  seed: number,
  weather: readonly FaultWindow[],
  request: StruckRequest,
  now: number,
): RequestFaultName | undefined {
  const { invocation, service, operation, body, repeated } = request;
  const what = [seed, invocation, service, operation, body.replace(uuid, ''), repeated] as const;
  return weather.find(
    ({ fault, from, to, chance }) =>
      from <= now &&
      now < to &&
      requestFaults[fault].services.some((struck) => struck === service) &&
      chanceOf(...what, fault) < chance,
  )?.fault;
}
