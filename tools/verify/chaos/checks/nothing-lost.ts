import type { Journal } from '../journal/journal.ts';
import type { Observed } from './observed.ts';
import type { Violation } from './violation.ts';

/** Every event is alerted, counted in a digest that was sent, or parked; `info` is only recorded. */
export function nothingLost({ accepted, settled }: Journal, told: Observed): readonly Violation[] {
  const { alerted, digested, parked, recorded } = told;
  const vanished = accepted.filter(
    ({ key, event }) =>
      !alerted.has(key) &&
      !digested.has(key) &&
      !parked.has(key) &&
      !(event.severity === 'info' && recorded.has(key)),
  );
  return [
    ...vanished.map(({ key, event }) => ({
      promise: 'no event is lost',
      what: `a ${event.severity} event of ${event.session} (${event.kind}) was neither alerted nor counted in a digest nor parked`,
      events: [key],
    })),
    ...(settled
      ? []
      : [
          {
            promise: 'it comes to rest',
            what: 'after the faults, messages or sessions stay',
            events: [],
          },
        ]),
  ];
}

/** Only what struck an event may park it, and the notifier hands back what failed and nothing else. */
export function everyFailureHasAPlace(journal: Journal, told: Observed): readonly Violation[] {
  const { invocations, parked } = journal;
  const violations: Violation[] = [];
  const keyOf = (messageId: string) => told.byMessage.get(messageId)?.key ?? messageId;
  for (const { messageId } of parked) {
    const tries = invocations.filter(({ messages }) =>
      messages.some((one) => one.messageId === messageId),
    );
    if (tries.some(({ faults, failed }) => faults.length > 0 || failed?.has(messageId) !== true))
      continue;
    violations.push({
      promise: 'nothing is parked without a fault',
      what: `${messageId} was tried ${String(tries.length)} times, and no fault struck it`,
      events: [keyOf(messageId)],
    });
  }
  for (const { failed, log, number } of invocations) {
    const wrong = log.filter(
      ({ messageId, outcome }) =>
        failed?.has(messageId) !== ['failed', 'waiting'].includes(outcome),
    );
    if (wrong.length === 0) continue;
    violations.push({
      promise: 'what failed is handed back, and nothing else',
      what: `invocation ${String(number)}: ${wrong.map(({ messageId, outcome }) => `${messageId} ${outcome}`).join(', ')}`,
      events: wrong.map(({ messageId }) => keyOf(messageId)),
    });
  }
  for (const request of journal.afterAnswer) {
    violations.push({ promise: 'it is done when it answers', what: request, events: [] });
  }
  return [...violations, ...thrown(journal)];
}

/** The notifier catches everything; the digester throws where a digest failed, so that it alarms. */
function thrown({ invocations }: Journal): readonly Violation[] {
  return invocations
    .filter(
      ({ threw, handler, faults }) =>
        threw !== undefined && (handler === 'notifier' || faults.length === 0),
    )
    .map(({ handler, number, messages, threw }) => ({
      promise: 'the handler never throws for one bad event',
      what: `${handler}, invocation ${String(number)}, threw ${String(threw)}`,
      events: messages.map(({ messageId }) => messageId),
    }));
}
