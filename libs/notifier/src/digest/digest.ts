import type { AlertAttributes } from '../alert/alert.ts';
import type { CountedEvent } from '../session/counted-event.ts';
import { moreSevere, type Severity } from '../severity.ts';

/** How often each value occurred, most frequent first when shown. */
export type Counts = ReadonlyMap<string, number>;

/** What happened in one period of a root session, counted. */
export interface Digest {
  readonly total: number;
  readonly failed: number;
  readonly severity: Severity;
  readonly first: string;
  readonly last: string;
  readonly detections: Counts;
  readonly services: Counts;
  readonly calls: Counts;
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
  let any: CountedEvent | undefined;
  let total = 0;
  let failed = 0;
  let severity: Severity = 'info';
  let first = '\uFFFF';
  let last = '';
  const detections = new Map<string, number>();
  const services = new Map<string, number>();
  const calls = new Map<string, number>();
  const sourceAddresses = new Map<string, number>();
  const regions = new Map<string, number>();
  for await (const events of pages) {
    for (const event of events) {
      any ??= event;
      total += 1;
      if (event.failed) failed += 1;
      if (moreSevere(event.severity, severity)) severity = event.severity;
      if (event.time < first) first = event.time;
      if (event.time > last) last = event.time;
      add(detections, `${event.detection} (${event.severity})`);
      add(services, event.service);
      add(calls, `${event.service} ${event.eventName}`);
      add(sourceAddresses, event.sourceAddress ?? 'not recorded');
      add(regions, event.region);
    }
  }
  if (any === undefined) return undefined;
  const { accountId, accountName, simulated } = any;
  return {
    ...{ total, failed, severity, first, last, accountId, accountName, simulated },
    ...{ detections, services, calls, sourceAddresses, regions },
  };
}

function add(counts: Map<string, number>, value: string): void {
  const known = counts.has(value) || counts.size < mostValues ? value : 'others';
  counts.set(known, (counts.get(known) ?? 0) + 1);
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
