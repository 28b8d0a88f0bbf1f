import { matchesEventPattern } from '@root-activity-monitor/event-pattern';
import { filterable, passesFilter, type Subscription } from './topic.ts';
import type { AcceptedMessage } from './message.ts';

/** What becomes of a message at one subscription. */
export interface Delivery {
  readonly protocol: string;
  readonly endpoint: string;
  readonly told: boolean;
  /** In words, why it gets nothing; undefined when it is told. */
  readonly reason: string | undefined;
  readonly raw: boolean;
}

/** Who gets a message of a topic, and why the others do not. */
export function deliveriesOf(
  subscriptions: readonly Subscription[],
  message: AcceptedMessage,
): readonly Delivery[] {
  return subscriptions.map((subscription) => {
    const { protocol, endpoint, raw } = subscription;
    const told = passesFilter(subscription, message);
    return { protocol, endpoint, told, raw, reason: told ? undefined : why(subscription, message) };
  });
}

function why({ filterPolicy = {}, scope }: Subscription, message: AcceptedMessage): string {
  if (scope === 'MessageBody') return 'its filter policy does not match the body';
  const found = new Map([...message.attributes].map(([name, value]) => [name, filterable(value)]));
  const attributes = Object.fromEntries(found);
  const key = Object.keys(filterPolicy).find(
    (name) => !matchesEventPattern({ [name]: filterPolicy[name] }, attributes),
  );
  if (key === undefined) return 'its filter policy does not match';
  const wanted = filterPolicy[key];
  const plain = Array.isArray(wanted) && wanted.every((value) => typeof value !== 'object');
  const shown = plain ? wanted.map(String).join(' or ') : JSON.stringify(wanted);
  return `its filter policy wants ${key} ${shown}, not ${String(found.get(key) ?? 'none')}`;
}
