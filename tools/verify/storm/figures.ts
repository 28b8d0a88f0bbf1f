import { signInAccounts, type Arrival } from './arrivals.ts';
import { balance, type Balance } from './balance.ts';
import type { StormRecord, TimedMail } from './storm.ts';

/** What the notifier's process took: resident memory in bytes each second, CPU seconds in all. */
export interface Usage {
  readonly memory: readonly number[];
  readonly cpuSeconds: number;
}

/** What the storm came to. Times in milliseconds. */
export interface Figures {
  readonly events: number;
  readonly sessions: number;
  readonly firstAlertDelays: readonly number[];
  readonly maxMessagesPerHour: number;
  readonly storm: StormRecord;
  readonly usage: Usage;
  readonly balance: Balance;
}

export function figuresOf(
  arrivals: readonly Arrival[],
  storm: StormRecord,
  usage: Usage,
  counted: ReadonlySet<string>,
): Figures {
  return {
    events: arrivals.length,
    sessions: signInAccounts + 1,
    firstAlertDelays: firstAlertDelays(arrivals, storm.mails).filter(Number.isFinite),
    maxMessagesPerHour: maxMessagesPerHour(storm.mails),
    storm,
    usage,
    balance: balance(arrivals, storm.mails, counted),
  };
}

/** Whether the storm kept what is promised. */
export function isGood({
  sessions,
  firstAlertDelays: delays,
  maxMessagesPerHour,
  storm,
  balance: sum,
}: Figures) {
  return (
    sum.lost === 0 && storm.failed === 0 && delays.length === sessions && maxMessagesPerHour <= 3
  );
}

/** Reads what the process wrote about itself: `<bytes> <microseconds>` a line. */
export function usageIn(text: string): Usage {
  const lines = text
    .trim()
    .split('\n')
    .map((line) => line.split(' ').map(Number));
  return {
    memory: lines.map(([bytes = NaN]) => bytes),
    cpuSeconds: (lines.at(-1)?.[1] ?? NaN) / 1e6,
  };
}

/** Real time from when the first event of each account entered the queue until SNS had its alert. */
function firstAlertDelays(
  arrivals: readonly Arrival[],
  mails: readonly TimedMail[],
): readonly number[] {
  const firstArrivals = new Map<string, number>();
  for (const { account, at } of arrivals)
    if (!firstArrivals.has(account)) firstArrivals.set(account, at);
  const alerts = mails.filter(({ about }) => about.is === 'alert');
  return [...firstArrivals].map(([account, at]) => {
    const first = alerts.filter((mail) => mail.account === account).map((mail) => mail.at);
    return Math.min(...first) - at;
  });
}

/** How many messages one account caused within any hour, at most. */
function maxMessagesPerHour(mails: readonly TimedMail[]): number {
  const hour = 3_600_000;
  return Math.max(
    ...mails.map(
      ({ account, at }) =>
        mails.filter((other) => other.account === account && other.at >= at && other.at < at + hour)
          .length,
    ),
  );
}

/** The value below which this part of the values lies. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? NaN;
}
