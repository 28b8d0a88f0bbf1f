import { textFor, type PublishEntry } from '@root-activity-monitor/local-aws/sns';
import type { Decision } from './decision-log.ts';

/**
 * Which published message belongs to which event of one invocation. A batch entry that has the
 * queue message's ID is certain; else the attributes must agree, and the event ID be in the text.
 * Messages are claimed in order, and each one once.
 */
export function messagesByEvent<Message extends PublishEntry>(
  decisions: Iterable<Decision>,
  messages: readonly Message[],
): ReadonlyMap<string, Message> {
  const unclaimed = new Set(messages);
  const claimed = new Map<string, Message>();
  for (const decision of decisions) {
    if (decision.outcome === 'recorded' || decision.outcome === 'digested') continue;
    const [best] = [...unclaimed]
      .map((message) => ({ message, score: likeness(decision, message) }))
      .filter(({ score }) => score > 0)
      .sort((one, other) => other.score - one.score);
    if (best === undefined) continue;
    unclaimed.delete(best.message);
    claimed.set(decision.messageId, best.message);
  }
  return claimed;
}

function likeness(decision: Decision, message: PublishEntry): number {
  if (message.id === decision.messageId) return 3;
  const wanted = {
    detection: decision.detection,
    severity: decision.severity,
    accountId: decision.accountId,
  };
  const agrees = Object.entries(wanted).every(
    ([name, value]) => value === undefined || message.attributes.get(name)?.stringValue === value,
  );
  if (!agrees) return 0;
  const { eventId } = decision;
  return eventId !== undefined && eventId !== '' && safeText(message).includes(eventId) ? 2 : 1;
}

/** A refused message may be no valid JSON. */
function safeText(message: PublishEntry): string {
  try {
    return textFor(message, 'email');
  } catch {
    return message.message;
  }
}
