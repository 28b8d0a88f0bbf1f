import type { TableClient } from '../chaos/hub/table-client.ts';
import type { Arrival } from './arrivals.ts';
import type { TimedMail } from './storm.ts';

/** Real time from when the first event of each account entered the queue until SNS had its alert. */
export function firstAlertDelays(
  arrivals: readonly Arrival[],
  mails: readonly TimedMail[],
): readonly number[] {
  const firstArrivals = new Map<string, number>();
  for (const { account, at } of arrivals)
    if (!firstArrivals.has(account)) firstArrivals.set(account, at);
  const alerts = mails.filter(({ digest }) => !digest);
  return [...firstArrivals].map(([account, at]) => {
    const first = alerts.filter((mail) => mail.account === account).map((mail) => mail.at);
    return Math.min(...first) - at;
  });
}

/** The most messages that one account caused within any hour. */
export function mostAnHour(mails: readonly TimedMail[]): number {
  const hour = 3_600_000;
  return Math.max(
    ...mails.map(
      ({ account, at }) =>
        mails.filter((other) => other.account === account && other.at >= at && other.at < at + hour)
          .length,
    ),
  );
}

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

/** The value below which this part of the values lies. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? NaN;
}
