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
  const alerted = new Set(mails.flatMap(({ eventId }) => eventId ?? []));
  const isKnown = ({ account, eventId }: Arrival) =>
    alerted.has(eventId) || counted.has(`event#${account}#${eventId}`);
  const toldByDigests = mails
    .filter(({ digest }) => digest)
    .reduce((sum, { subject }) => sum + Number(/\] (\d+) more/.exec(subject)?.[1]), 0);
  const unknown = arrivals.filter((one) => !isKnown(one)).length;
  return {
    ...{ alerted: alerted.size, counted: counted.size, toldByDigests },
    lost: unknown + Math.abs(counted.size - toldByDigests),
  };
}
