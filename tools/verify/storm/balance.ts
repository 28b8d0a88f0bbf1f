import { eventKeyOf } from '@root-activity-monitor/notifier/contract';
import type { TableClient } from '@root-activity-monitor/chaos';
import type { Arrival } from './arrivals.ts';
import type { TimedMail } from './storm.ts';

export interface Balance {
  readonly alerted: number;
  readonly counted: number;
  readonly toldByDigests: number;
  /** Events of which nothing is known. */
  readonly lost: number;
}

/** Whether each event was alerted, or counted and told by a digest. */
export async function balance(
  arrivals: readonly Arrival[],
  mails: readonly TimedMail[],
  table: TableClient,
): Promise<Balance> {
  const counted = new Set<string>();
  for await (const items of table.pages()) {
    for (const { id, progress } of items)
      if (progress?.['S'] === 'counted') counted.add(String(id?.['S']));
  }
  const alerted = new Set(
    mails.flatMap(({ about }) => (about.is === 'alert' ? about.eventKey : [])),
  );
  const isKnown = ({ account: recordedIn, eventId }: Arrival) => {
    const key = eventKeyOf({ recordedIn, eventId, simulated: false });
    return alerted.has(key) || counted.has(key);
  };
  const toldByDigests = mails.reduce(
    (sum, { about }) => sum + (about.is === 'digest' ? about.events : 0),
    0,
  );
  const unknown = arrivals.filter((one) => !isKnown(one)).length;
  return {
    alerted: alerted.size,
    counted: counted.size,
    toldByDigests,
    lost: unknown + Math.abs(counted.size - toldByDigests),
  };
}
