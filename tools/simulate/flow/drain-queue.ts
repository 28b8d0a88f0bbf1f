import { failedItems, type Invoked, sqsEvent } from '@root-activity-monitor/local-aws/lambda';
import type { AcceptedMessage, Refused } from '@root-activity-monitor/local-aws/sns';
import type { Queue, QueueMessage } from '@root-activity-monitor/local-aws/sqs';
import { decisionsIn, type DecisionLog } from '@root-activity-monitor/notifier/contract';
import { messagesByEvent } from './attribute-messages.ts';
import type { Notifier } from './notifier.ts';

/** What the last attempt on a queue message came to. */
export interface Attempt {
  readonly receives: number;
  /** From hand-over to the answer, in milliseconds. */
  readonly ms: number;
  /** How much of that passed before the first publish. */
  readonly beforePublish: number;
  readonly decision: DecisionLog | undefined;
  readonly accepted: readonly AcceptedMessage[];
  readonly refused: Refused | undefined;
  /** Why the message is to be tried again; undefined when it is done. */
  readonly failure: string | undefined;
  /** When, on the virtual clock. */
  readonly at: number;
  /** Set when no further attempt follows. */
  readonly parked?: { readonly in: string | undefined };
}

/** The most that one invocation carries: six megabytes, less the wrapping of each message. */
const MOST_BYTES = 4 * 1024 * 1024;

/**
 * Lets the notifier read what shows in a queue now, in batches; spent messages are parked. Failed
 * ones show again later.
 *
 * @param now on the virtual clock, in milliseconds since 1970
 * @returns the last attempt on each message, by its ID
 */
export async function drainQueue(
  queue: Queue,
  { lambda, mapping, process, sns }: Notifier,
  now: number,
): Promise<ReadonlyMap<string, Attempt>> {
  const attempts = new Map<string, Attempt>();
  const chatTopic = lambda.environment['CHAT_TOPIC_ARN'];
  for (;;) {
    const batch = queue.receive(mapping.batchSize, now, MOST_BYTES);
    if (batch.length === 0) return attempts;
    sns.take();
    const started = performance.now();
    const invoked = await process.invoke(sqsEvent(queue.arn, lambda.region, batch), now);
    const ms = performance.now() - started;
    const { accepted, refused } = sns.take();
    const decisions = decisionsIn(invoked.log);
    const published = [
      accepted.filter(({ topicArn }) => topicArn !== chatTopic),
      accepted.filter(({ topicArn }) => topicArn === chatTopic),
    ].map((messages) => messagesByEvent(decisions, messages));
    const failures = failuresOf(invoked, batch, (payload) => failedItems(mapping, payload, batch));
    for (const message of batch) {
      const { messageId } = message;
      const decision = decisions.find((logged) => logged.messageId === messageId);
      const own = published.flatMap((byEvent) => byEvent.get(messageId) ?? []);
      attempts.set(messageId, {
        receives: message.receiveCount,
        at: now,
        ms,
        beforePublish: own[0] === undefined ? ms : own[0].at - started,
        decision,
        accepted: own,
        refused: refusalFor(decision, refused),
        failure: failures.has(messageId)
          ? (failures.get(messageId) ?? decision?.failure ?? 'handed back')
          : undefined,
      });
    }
    queue.delete(
      new Set(batch.map(({ messageId }) => messageId).filter((id) => !failures.has(id))),
    );
    const deadLetterQueue = queue.properties.RedrivePolicy?.deadLetterTargetArn;
    for (const { messageId } of queue.redrive()) {
      const last = attempts.get(messageId);
      if (last !== undefined) attempts.set(messageId, { ...last, parked: { in: deadLetterQueue } });
    }
  }
}

/** Failed messages with what failed them; undefined where the notifier itself handed one back. */
function failuresOf(
  { answer }: Invoked,
  batch: readonly QueueMessage[],
  failedIn: (payload: string) => ReadonlySet<string>,
): ReadonlyMap<string, string | undefined> {
  if (answer.ok) return new Map([...failedIn(answer.payload)].map((id) => [id, undefined]));
  const why = `${answer.errorType}: ${answer.errorMessage}`;
  return new Map(batch.map(({ messageId }) => [messageId, why]));
}

/** The refusal that hit the message of an event: of the whole request, or of its entry. */
function refusalFor(
  decision: DecisionLog | undefined,
  refused: readonly Refused[],
): Refused | undefined {
  if (decision === undefined || decision.outcome !== 'failed') return undefined;
  const hit = refused.find(({ entries }) => messagesByEvent([decision], entries).size > 0);
  return hit ?? refused.at(0);
}
