import { quantile, type Figures } from './figures.ts';

const line = (name: string, value: string) => `${name.padEnd(58)}${value}`;
const mebibytes = (bytes: number) => `${(bytes / 2 ** 20).toFixed(0)} MiB`;
const ms = (value: number) => `${value.toFixed(0)} ms`;
const list = (...values: readonly (number | string)[]) => values.map(String).join(', ');

/** The figures of a storm, as lines for a terminal. */
export function lines(figures: Figures, refused: number): readonly string[] {
  const {
    events,
    sessions,
    firstAlertDelays: delays,
    maxMessagesPerHour,
    storm,
    usage,
    balance,
  } = figures;
  const { memory, cpuSeconds } = usage;
  const { batches, digesting, failed, maxQueueLength, mails, notifying } = storm;
  const digests = mails.filter(({ about }) => about.is === 'digest').length;
  const spread = [quantile(delays, 0.5), quantile(delays, 0.99), Math.max(...delays)];
  const levels = [0, 0.5, 1].map((part) => quantile(memory, part));
  const tenth = Math.ceil(memory.length / 10);
  const ends = [memory.slice(0, tenth), memory.slice(-tenth)].map((part) => quantile(part, 0.5));
  return [
    '',
    line('events; root sessions', `${events}; ${sessions}`),
    line('messages sent', `${mails.length}: ${mails.length - digests} alerts, ${digests} digests`),
    line('  one mail a call would be', `${(events / mails.length).toFixed(0)} times as many`),
    line('  most of one session in any hour', String(maxMessagesPerHour)),
    line('sessions with a first alert', `${delays.length} of ${sessions}`),
    line('delay of the first alert: median, 99th percentile, most', spread.map(ms).join(', ')),
    line('batches; most messages that waited', `${batches}; ${maxQueueLength}`),
    line('real time a batch', ms(notifying / batches)),
    line(
      'events a second, one notifier, table on the same cores',
      (events / (notifying / 1000)).toFixed(0),
    ),
    line("events a second of the notifier's own CPU", (events / cpuSeconds).toFixed(0)),
    line('longest run of the digester', ms(Math.max(...digesting))),
    line('memory of the notifier: least, median, most', levels.map(mebibytes).join(', ')),
    line('  medians of the first and the last tenth', ends.map(mebibytes).join(', ')),
    line(
      'alerted; counted; told by digests',
      list(balance.alerted, balance.counted, balance.inDigests),
    ),
    line('handed back; refused by SNS; lost', list(failed, refused, balance.lost)),
  ];
}
