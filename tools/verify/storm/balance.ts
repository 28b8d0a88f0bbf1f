import { eventKeyOf } from '@root-activity-monitor/notifier/contract';
import type { Arrival } from './arrivals.ts';
import type { TimedMail } from './storm.ts';

export interface Balance {
  readonly alerted: number;
  readonly counted: number;
  readonly inDigests: number;
  /** Events of which nothing is known. */
  readonly lost: number;
}

/** Whether each event was alerted, or counted and reported by a digest. */
export function balance(
  arrivals: readonly Arrival[],
  mails: readonly TimedMail[],
  counted: ReadonlySet<string>,
): Balance {
  const alerted = new Set(
    mails.flatMap(({ about }) => (about.is === 'alert' ? about.eventKey : [])),
  );
  const isKnown = ({ account: recordedIn, eventId }: Arrival) => {
    const key = eventKeyOf({ recordedIn, eventId, simulated: false });
    return alerted.has(key) || counted.has(key);
  };
  const inDigests = mails.reduce(
    (sum, { about }) => sum + (about.is === 'digest' ? about.events : 0),
    0,
  );
  const unknown = arrivals.filter((one) => !isKnown(one)).length;
  return {
    alerted: alerted.size,
    counted: counted.size,
    inDigests,
    lost: unknown + Math.abs(counted.size - inDigests),
  };
}
