import { failedItems, sqsEvent } from '@root-activity-monitor/local-aws/lambda';
import type { QueueMessage } from '@root-activity-monitor/local-aws/sqs';
import type { BundleProcess, DeployedHub } from '@root-activity-monitor/chaos';
import type { Arrival } from './arrivals.ts';
import type { StormMail, StormTopic } from './topic.ts';

const digestEvery = 5 * 60_000;
/** Time for the last sessions to fall quiet and be reported. */
const afterwards = 60 * 60_000;

/** A mail, and when it went out on the virtual timeline. */
export interface TimedMail extends StormMail {
  readonly at: number;
}

export interface StormRecord {
  readonly mails: readonly TimedMail[];
  readonly failed: number;
  readonly batches: number;
  /** Real milliseconds that batches took, one after the other. */
  readonly notifying: number;
  /** Real milliseconds of each run of the digester. */
  readonly digesting: readonly number[];
  /** How many messages waited, at most. */
  readonly maxQueueLength: number;
}

/** What the storm runs through. */
export interface StormTarget {
  readonly hub: DeployedHub;
  readonly notifier: BundleProcess;
  readonly digester: BundleProcess;
  readonly topic: StormTopic;
  readonly signal: AbortSignal;
}

/**
 * Plays the storm on a timeline. Events arrive at their virtual time; as many notifiers as the
 * template allows take batches from the front of the queue; a batch begins when the first of them is
 * free and takes as long as it really took here. The batches really run one after the other, in one
 * process.
 *
 * @throws the signal's reason once it is aborted
 */
export async function playStorm(
  arrivals: readonly Arrival[],
  { hub, notifier, digester, topic, signal }: StormTarget,
  progress: (done: number) => void,
): Promise<StormRecord> {
  const mails: TimedMail[] = [];
  const digesting: number[] = [];
  const free = Array.from({ length: hub.maxConcurrency }, () => 0);
  let [next, notifying, batches, failed, maxQueueLength, arrived] = [0, 0, 0, 0, 0, 0];
  let nextDigest = (arrivals[0]?.at ?? 0) + digestEvery;

  async function run(process: BundleProcess, payload: unknown, at: number) {
    signal.throwIfAborted();
    const started = performance.now();
    const before = topic.mails.length;
    const { answer } = await process.invoke(payload, at);
    if (!answer.ok) throw new Error(`${answer.errorType}: ${answer.errorMessage}`);
    const sent = topic.mails.slice(before);
    mails.push(...sent.map((mail) => ({ ...mail, at: at + mail.takenAt - started })));
    return { took: performance.now() - started, payload: answer.payload };
  }

  while (next < arrivals.length) {
    const server = free.indexOf(Math.min(...free));
    const begins = Math.max(free[server] ?? 0, arrivals[next]?.at ?? 0);
    while (nextDigest <= begins) {
      digesting.push((await run(digester, {}, nextDigest)).took);
      nextDigest += digestEvery;
    }
    while ((arrivals[arrived]?.at ?? Infinity) <= begins) arrived += 1;
    maxQueueLength = Math.max(maxQueueLength, arrived - next);
    const batch = arrivals
      .slice(next, Math.min(arrived, next + hub.mapping.batchSize))
      .map(messageOf);
    const { took, payload } = await run(
      notifier,
      sqsEvent(hub.queueArn, hub.notifier.region, batch),
      begins,
    );
    failed += failedItems(hub.mapping, payload, batch).size;
    free[server] = begins + took;
    next += batch.length;
    notifying += took;
    batches += 1;
    if (batches % 1000 === 0) progress(next);
  }
  for (const end = nextDigest + afterwards; nextDigest < end; nextDigest += digestEvery) {
    digesting.push((await run(digester, {}, nextDigest)).took);
  }
  return { mails, failed, batches, notifying, digesting, maxQueueLength };
}

function messageOf({ at, body, eventId }: Arrival): QueueMessage {
  return {
    messageId: `message-${eventId}`,
    body: body(),
    sentAt: at,
    firstReceivedAt: at,
    receiveCount: 1,
  };
}
