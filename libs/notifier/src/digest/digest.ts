import type { CountedEvent } from '../session/counted-event.ts';
import { moreSevere, type Severity } from '@root-activity-monitor/event-schema';

/** How often each value occurred. */
export type Counts = ReadonlyMap<string, number>;

/** A call that changed something, or was refused, and how it occurred in a period. */
export interface NotableCall {
  readonly call: string;
  readonly severity: Severity;
  count: number;
  failed: number;
  /** Of the first one, as CloudTrail wrote it: UTC, ISO 8601. */
  first: string;
  readonly sourceAddress: string | undefined;
}

/** What the events of a period are grouped by. */
type Grouping = 'detections' | 'services' | 'calls' | 'accounts' | 'sourceAddresses' | 'regions';

/** What happened in one period of a root session, counted. */
export interface Digest {
  readonly total: number;
  readonly failed: number;
  /** The first of the most severe events. */
  readonly worst: CountedEvent;
  /** Times as CloudTrail wrote them; undefined when no record had one. */
  readonly first: string | undefined;
  readonly last: string | undefined;
  /** What changed something or failed: the most severe first, then the rarest. */
  readonly notable: readonly NotableCall[];
  readonly counts: Readonly<Record<Grouping, Counts>>;
}

/** A group of many different values is cut, so that memory stays flat in a storm. */
const maxValues = 1000;

/** Adds up a period, page by page; undefined when nothing was counted. */
export async function digestOf(
  pages: AsyncIterable<readonly CountedEvent[]>,
): Promise<Digest | undefined> {
  let worst: CountedEvent | undefined;
  let total = 0;
  let failed = 0;
  let first: string | undefined;
  let last: string | undefined;
  const counts = {
    detections: new Map<string, number>(),
    services: new Map<string, number>(),
    calls: new Map<string, number>(),
    accounts: new Map<string, number>(),
    sourceAddresses: new Map<string, number>(),
    regions: new Map<string, number>(),
  };
  const notable = new Map<string, NotableCall>();
  for await (const events of pages) {
    for (const event of events) {
      total += 1;
      if (event.failed) failed += 1;
      if (worst === undefined || moreSevere(event.severity, worst.severity)) worst = event;
      if (isTime(event.time)) {
        if (first === undefined || event.time < first) first = event.time;
        if (last === undefined || event.time > last) last = event.time;
      }
      add(counts.detections, `${event.detection} (${event.severity})`);
      add(counts.services, event.service);
      add(counts.calls, `${event.service} ${event.eventName}`);
      add(counts.accounts, event.accountId);
      add(counts.sourceAddresses, event.sourceAddress ?? 'not recorded');
      add(counts.regions, event.region);
      if (!event.readOnly || event.failed) note(notable, event);
    }
  }
  if (worst === undefined) return undefined;
  const sorted = [...notable.values()].sort(byNotability);
  return { total, failed, worst, first, last, notable: sorted, counts };
}

function byNotability(a: NotableCall, b: NotableCall): number {
  return (
    Number(moreSevere(b.severity, a.severity)) - Number(moreSevere(a.severity, b.severity)) ||
    a.count - b.count ||
    (a.call < b.call ? -1 : 1)
  );
}

const isTime = (time: string) => /^\d{4}-/.test(time);

function add(counts: Map<string, number>, value: string): void {
  const known = counts.has(value) || counts.size < maxValues ? value : 'others';
  counts.set(known, (counts.get(known) ?? 0) + 1);
}

function note(notable: Map<string, NotableCall>, event: CountedEvent): void {
  const call = `${event.service} ${event.eventName}`;
  const key = `${event.severity} ${call}`;
  const known = notable.get(key);
  if (known === undefined) {
    if (notable.size >= maxValues) return;
    const { failed, severity, sourceAddress, time } = event;
    notable.set(key, {
      call,
      severity,
      count: 1,
      failed: failed ? 1 : 0,
      first: time,
      sourceAddress,
    });
    return;
  }
  known.count += 1;
  if (event.failed) known.failed += 1;
  if (isTime(event.time) && event.time < known.first) known.first = event.time;
}
