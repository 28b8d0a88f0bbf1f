import type { PublishEntry } from '@root-activity-monitor/local-aws/sns';
import {
  eventKeyOf,
  messageSubject,
  type DecisionLog,
} from '@root-activity-monitor/notifier/contract';

/**
 * Which published message belongs to which queue message of one invocation, by the identity of
 * their event. Messages are claimed in order, and each one once.
 */
export function messagesByEvent<Message extends PublishEntry>(
  decisions: readonly DecisionLog[],
  messages: readonly Message[],
): ReadonlyMap<string, Message> {
  const unclaimed = new Set(messages);
  const claimed = new Map<string, Message>();
  for (const decision of decisions) {
    if (decision.outcome === 'recorded' || decision.outcome === 'digested') continue;
    const { account: recordedIn, eventId, simulated } = decision;
    const eventKey = eventKeyOf({ recordedIn, eventId, simulated });
    const own = [...unclaimed].find(({ attributes }) => {
      const subject = messageSubject((name) => attributes.get(name)?.stringValue);
      return subject.is === 'alert' && subject.eventKey === eventKey;
    });
    if (own === undefined) continue;
    unclaimed.delete(own);
    claimed.set(decision.messageId, own);
  }
  return claimed;
}
