import type { AlertAttributes } from '../alert/alert.ts';
import type { CountedEvent } from '../session/counted-event.ts';
import { moreSevere, type Severity } from '../severity.ts';

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

/** What happened in one period of a root session, counted. */
export interface Digest {
  readonly sessionKey: string;
  readonly total: number;
  readonly failed: number;
  readonly severity: Severity;
  /** The detection of the most severe event. */
  readonly worst: string;
  /** Times as CloudTrail wrote them; undefined when no record had one. */
  readonly first: string | undefined;
  readonly last: string | undefined;
  /** What changed something or failed: the most severe first, then the rarest. */
  readonly notable: readonly NotableCall[];
  readonly detections: Counts;
  readonly services: Counts;
  readonly calls: Counts;
  readonly accounts: Counts;
  readonly sourceAddresses: Counts;
  readonly regions: Counts;
  readonly accountId: string;
  readonly accountName: string | undefined;
  readonly simulated: boolean;
}

/** A group of many different values is cut, so that memory stays flat in a storm. */
const mostValues = 1000;

/** Adds up a period, page by page; undefined when nothing was counted. */
export async function digestOf(
  pages: AsyncIterable<readonly CountedEvent[]>,
): Promise<Digest | undefined> {
  let worst: CountedEvent | undefined;
  let total = 0;
  let failed = 0;
  let first: string | undefined;
  let last: string | undefined;
  const detections = new Map<string, number>();
  const services = new Map<string, number>();
  const calls = new Map<string, number>();
  const accounts = new Map<string, number>();
  const sourceAddresses = new Map<string, number>();
  const regions = new Map<string, number>();
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
      add(detections, `${event.detection} (${event.severity})`);
      add(services, event.service);
      add(calls, `${event.service} ${event.eventName}`);
      add(accounts, event.accountId);
      add(sourceAddresses, event.sourceAddress ?? 'not recorded');
      add(regions, event.region);
      if (!event.readOnly || event.failed) note(notable, event);
    }
  }
  if (worst === undefined) return undefined;
  const { accountId, accountName, sessionKey, severity, simulated } = worst;
  return {
    ...{ sessionKey, total, failed, severity, worst: worst.detection, first, last },
    ...{ detections, services, calls, accounts, sourceAddresses, regions },
    ...{ accountId, accountName, simulated },
    notable: [...notable.values()].sort(
      (a, b) =>
        Number(moreSevere(b.severity, a.severity)) - Number(moreSevere(a.severity, b.severity)) ||
        a.count - b.count ||
        (a.call < b.call ? -1 : 1),
    ),
  };
}

const isTime = (time: string) => /^\d{4}-/.test(time);

function add(counts: Map<string, number>, value: string): void {
  const known = counts.has(value) || counts.size < mostValues ? value : 'others';
  counts.set(known, (counts.get(known) ?? 0) + 1);
}

function note(notable: Map<string, NotableCall>, event: CountedEvent): void {
  const call = `${event.service} ${event.eventName}`;
  const key = `${event.severity} ${call}`;
  const known = notable.get(key);
  if (known === undefined) {
    if (notable.size >= mostValues) return;
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

/** Attributes like an alert's, so that the same filter policies work. */
export function digestAttributes(digest: Digest): AlertAttributes {
  const [region] = digest.regions.keys();
  return {
    severity: digest.severity,
    detection: 'root-session-digest',
    accountId: digest.accountId,
    region: digest.regions.size === 1 && region !== undefined ? region : 'several',
    simulated: digest.simulated ? 'true' : 'false',
  };
}
