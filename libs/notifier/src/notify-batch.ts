import { decide, type Decision, type QueueMessage } from './decide.ts';
import type { Environment } from './edge/environment.ts';
import type { Log } from './edge/log.ts';
import type { PublishAll } from './edge/sns-publisher.ts';

/** Everything with I/O; the local runner and the tests bring their own. */
export interface Services {
  readonly environment: Environment;
  readonly publishAll: PublishAll;
  readonly log: Log;
  /** Milliseconds since 1970, UTC. */
  readonly now: () => number;
}

/** What became of a message. `failed` ones are handed back to the queue and tried again. */
export type Outcome = 'alerted' | 'degraded' | 'recorded' | 'failed';

/** IDs of the messages that must be tried again. */
export type FailedMessageIds = ReadonlySet<string>;

/**
 * Takes a batch of the notification queue: decides about every message, publishes the alerts
 * together, logs each outcome, and tells which messages failed. One bad message fails alone.
 */
export async function notifyBatch(
  messages: readonly QueueMessage[],
  { environment, publishAll, log, now }: Services,
): Promise<FailedMessageIds> {
  const decisions = decide(messages, environment.accountNames);
  const failures = await publishAlerts(decisions, environment, publishAll);
  for (const decision of decisions) {
    const failure = failures.get(decision.messageId);
    log.decided(decision, outcomeOf(decision, failure), failure, now());
  }
  return new Set(failures.keys());
}

/** Publishes to each topic; returns the reason for each message that failed on any of them. */
async function publishAlerts(
  decisions: readonly Decision[],
  { alertTopicArn, chatTopicArn }: Environment,
  publishAll: PublishAll,
): Promise<ReadonlyMap<string, string>> {
  const alerts = decisions.flatMap(({ messageId, alert }) =>
    alert === undefined ? [] : [{ id: messageId, alert }],
  );
  const toPeople = alerts.map(({ id, alert }) => ({
    id,
    subject: alert.subject,
    message: JSON.stringify({ default: alert.mail, sms: alert.sms }),
    messageStructure: 'json' as const,
    attributes: { ...alert.attributes },
  }));
  const toChat = alerts.map(({ id, alert }) => ({
    id,
    message: alert.chat,
    attributes: { ...alert.attributes },
  }));
  const failures = [
    ...(await publishAll(alertTopicArn, toPeople)),
    ...(chatTopicArn === undefined ? [] : await publishAll(chatTopicArn, toChat)),
  ];
  return new Map(failures.map(({ id, reason }) => [id, reason]));
}

function outcomeOf({ finding, alert }: Decision, failure: string | undefined): Outcome {
  if (failure !== undefined) return 'failed';
  if (alert === undefined) return 'recorded';
  return finding.detection.id === 'unrecognized-root-event' ? 'degraded' : 'alerted';
}
