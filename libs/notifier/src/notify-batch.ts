import { decide, type QueueMessage } from './activity/read-batch.ts';
import type { Environment } from './adapters/environment.ts';
import type { Log } from './adapters/log.ts';
import type { PublishAll, PublishFailure } from './adapters/sns-publisher.ts';
import { planDelivery, type AlertDelivery, type Delivery } from './session/route-findings.ts';
import type { StateStore } from './session/state-store.ts';

/** Everything with I/O; the local runner and the tests bring their own. */
export interface Services {
  readonly environment: Environment;
  readonly publishAll: PublishAll;
  readonly state: StateStore;
  readonly log: Log;
  /** Milliseconds since 1970, UTC. */
  readonly now: () => number;
}

/** What became of a message. `failed` and `waiting` ones are handed back to the queue. */
export type Outcome = 'alerted' | 'degraded' | 'digested' | 'recorded' | 'waiting' | 'failed';

/** Reasons by message ID, for the messages that must be tried again. */
type Failures = ReadonlyMap<string, string>;

/**
 * Takes a batch of the notification queue: decides about every message, counts or publishes what
 * it found, remembers what was published, logs each outcome, and returns the IDs of the messages
 * that must be tried again. One bad message fails alone.
 */
export async function notifyBatch(
  messages: readonly QueueMessage[],
  services: Services,
): Promise<ReadonlySet<string>> {
  const { environment, state, log, now } = services;
  const decisions = decide(messages, environment.accountNames);
  const deliveries = await planDelivery(decisions, state, environment.windows, now());
  const uncounted = await count(deliveries, services);
  const alerts = deliveries.filter((delivery) => delivery.action === 'alert');
  const unpublished = await publish(alerts, services);
  await remember(alerts, unpublished, services);

  const failures = new Map([...uncounted, ...unpublished.mail, ...unpublished.chat]);
  for (const delivery of deliveries) {
    const failure = failures.get(delivery.decision.messageId);
    log.decided(delivery, outcomeOf(delivery, failure), failure, now());
  }
  const waiting = deliveries
    .filter(({ action }) => action === 'wait')
    .map(({ decision }) => decision.messageId);
  return new Set([...failures.keys(), ...waiting]);
}

async function count(deliveries: readonly Delivery[], { state, now }: Services): Promise<Failures> {
  const counts = deliveries.filter((delivery) => delivery.action === 'count');
  if (counts.length === 0) return new Map();
  const counted = counts.map((delivery) => delivery.counted);
  const unwritten = await state
    .count(counted, now())
    .catch(() => new Set(counted.map(({ eventKey }) => eventKey)));
  return new Map(
    counts
      .filter((delivery) => unwritten.has(delivery.counted.eventKey))
      .map((delivery) => [delivery.decision.messageId, 'not counted']),
  );
}

/** What could not be published, by topic. */
interface Unpublished {
  readonly mail: Failures;
  readonly chat: Failures;
}

async function publish(
  alerts: readonly AlertDelivery[],
  { environment, publishAll }: Services,
): Promise<Unpublished> {
  const toPeople = alerts
    .filter(({ mailed }) => !mailed)
    .map(({ decision, alert }) => ({
      id: decision.messageId,
      subject: alert.subject,
      message: JSON.stringify({ default: alert.mail, sms: alert.sms }),
      messageStructure: 'json' as const,
      attributes: { ...alert.attributes },
    }));
  const mail = byId(await publishAll(environment.alertTopicArn, toPeople));
  if (environment.chatTopicArn === undefined) return { mail, chat: new Map() };

  const toChat = alerts
    .filter(({ decision }) => !mail.has(decision.messageId))
    .map(({ decision, alert }) => ({
      id: decision.messageId,
      message: alert.chat,
      attributes: { ...alert.attributes },
    }));
  return { mail, chat: byId(await publishAll(environment.chatTopicArn, toChat)) };
}

function byId(failures: readonly PublishFailure[]): Failures {
  return new Map(failures.map(({ id, reason }) => [id, reason]));
}

/** Only what was published is marked, so that what was not is tried again, by anybody. */
async function remember(
  alerts: readonly AlertDelivery[],
  { mail, chat }: Unpublished,
  { state, now }: Services,
): Promise<void> {
  const isOut = ({ decision }: AlertDelivery) => !mail.has(decision.messageId);
  const alerted = alerts.filter(isOut).map(({ decision, sessionKey, eventKey }) => ({
    eventKey,
    sessionKey,
    severity: decision.finding.severity,
    progress: chat.has(decision.messageId) ? ('mailed' as const) : ('alerted' as const),
  }));
  const releases = alerts
    .filter((alert) => !isOut(alert))
    .map(({ decision, sessionKey }) => state.release(sessionKey, decision.finding.severity));
  // What is out is out, and what is not will be tried again: without its mark it may come twice.
  await Promise.allSettled([
    alerted.length > 0 ? state.confirm(alerted, now()) : undefined,
    ...releases,
  ]);
}

function outcomeOf(delivery: Delivery, failure: string | undefined): Outcome {
  if (failure !== undefined) return 'failed';
  switch (delivery.action) {
    case 'record':
      return 'recorded';
    case 'count':
      return 'digested';
    case 'wait':
      return 'waiting';
    case 'alert':
      return delivery.decision.finding.detection.id === 'unrecognized-root-event'
        ? 'degraded'
        : 'alerted';
  }
}
