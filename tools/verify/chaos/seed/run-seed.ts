import { LocalDynamoDb, type Item } from '@root-activity-monitor/local-aws/dynamodb';
import { stateTable } from '@root-activity-monitor/notifier/contract';
import { drawEvents } from '../events/scenario.ts';
import { drawFaults } from '../faults/fault-windows.ts';
import type { TestBed } from '../hub/test-bed.ts';
import { Random } from '../random/random.ts';
import type { Journal } from '../journal/journal.ts';
import { SeedRun } from './seed-run.ts';

const minute = 60_000;
const faultyTime = 3 * 60 * minute;
/** The schedule of the digester. */
const digestEvery = 5 * minute;
/** After the faults, everything must have come to rest within this time. */
const maxCalmTime = 8 * 60 * minute;

/** Plays one seed to its end and tells all that happened. The same seed is the same play. */
export async function runSeed(seed: number, site: TestBed): Promise<Journal> {
  const random = new Random(`plan ${String(seed)}`);
  const start = Date.parse('2026-11-02T08:00:00Z');
  const end = start + faultyTime;
  const { environment } = site.hub.notifier;
  const settings = {
    ALERT_AT_ONCE_FROM: random.pick([environment['ALERT_AT_ONCE_FROM'] ?? 'low', 'medium']),
    ...(random.holds(0.25) && { CHAT_TOPIC_ARN: `${String(environment['ALERT_TOPIC_ARN'])}-chat` }),
  };
  const arrivals = drawEvents(random, start, end).flatMap((event) =>
    [event.at, ...event.copies].map((at) => ({ event, at })),
  );
  const { table } = site.hub;
  const dynamoDb = await new LocalDynamoDb([table]).start();
  const items = () => dynamoDb.items(table.name);
  await site.renew(settings);
  const run = new SeedRun(seed, site, dynamoDb, drawFaults(random, start, end), { start, end });
  site.gate.keep(run);
  for (const { event, at } of arrivals) run.accept(event, at);
  const settled = await play(run, items, random, start, end);
  return {
    seed,
    alertTopicArn: String(environment['ALERT_TOPIC_ARN']),
    alertAtOnceFrom: settings.ALERT_AT_ONCE_FROM,
    sessionQuiet: Number(environment['SESSION_QUIET_SECONDS'] ?? 900) * 1000,
    accepted: run.accepted,
    invocations: run.invocations,
    mails: run.mails,
    parked: run.parked,
    delivery: run.delivery,
    settled,
    afterAnswer: run.afterAnswer,
    counted: countedIn(await items()),
  };
}

/** Lets time pass until nothing is left to do; false when that takes too long. */
async function play(
  run: SeedRun,
  items: () => Promise<readonly Item[]>,
  random: Random,
  start: number,
  end: number,
): Promise<boolean> {
  let nextDigest = start + random.between(0, 1) * digestEvery;
  while (run.now < end + maxCalmTime) {
    const visible = run.queue.nextVisibleAt;
    if (visible === undefined && run.now > end && !hasSessions(await items())) return true;
    run.now = Math.max(run.now, Math.min(nextDigest, visible ?? nextDigest));
    if (run.now >= nextDigest) {
      nextDigest += digestEvery;
      await run.digest();
      continue;
    }
    // Lambda does not always come at once, so that messages gather.
    if (random.holds(0.3)) run.now = Math.min(run.now + random.between(0, 3) * minute, nextDigest);
    await run.notify();
  }
  return false;
}

function hasSessions(items: readonly Item[]): boolean {
  return items.some(({ collection }) => collection?.['S'] === stateTable.openSessions);
}

function countedIn(items: readonly Item[]): ReadonlyMap<string, string> {
  return new Map(
    items
      .filter(({ progress }) => progress?.['S'] === 'counted')
      .map(({ id, collection }) => [String(id?.['S']), String(collection?.['S'])]),
  );
}
