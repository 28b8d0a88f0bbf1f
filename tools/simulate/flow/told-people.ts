import {
  type AcceptedMessage,
  chatChannelsOf,
  deliveriesOf,
  type Delivery,
  payloadFor,
  textFor,
  type Topic,
} from '@root-activity-monitor/local-aws/sns';
import type { Stack } from '@root-activity-monitor/local-aws/cloudformation';
import type { Mail } from '../trace/result.ts';

/**
 * A published message as people get it: subscriptions of its topic and, where it went to chat too,
 * the channels there.
 *
 * @param time when it was published, in milliseconds since 1970
 */
export function mailOf(
  hub: Stack,
  topics: readonly Topic[],
  message: AcceptedMessage,
  chat: AcceptedMessage | undefined,
  time: number,
): Mail {
  const topic = topics.find(({ arn }) => arn === message.topicArn);
  const deliveries = [
    ...deliveriesOf(topic?.subscriptions ?? [], message),
    ...(chat === undefined ? [] : deliveriesOf(chatChannelsOf(hub, chat.topicArn), chat)),
  ];
  return {
    from: `${topic?.displayName ?? 'AWS Notifications'} <no-reply@sns.amazonaws.com>`,
    to: deliveries
      .filter(({ protocol, told }) => told && protocol === 'email')
      .map(({ endpoint }) => endpoint),
    subject: message.subject ?? 'AWS Notification Message',
    body: textFor(message, 'email'),
    attributes: Object.fromEntries(
      [...message.attributes].map(([name, { stringValue = '' }]) => [name, stringValue]),
    ),
    deliveries,
    payload: (to) => payloadFor(to.protocol === 'chat' ? (chat ?? message) : message, to, time),
    ...(chat !== undefined && { chat: chat.message }),
  };
}

export interface WhoIsTold {
  readonly anybody: boolean;
  /** In words: who is told, and why others are not. */
  readonly words: string;
}

/** Who gets a message, and why others do not. */
export function whoIsTold({ deliveries, attributes }: Mail): WhoIsTold {
  const told = deliveries.filter((one) => one.told);
  const others = deliveries
    .filter((one) => !one.told)
    .map((one) => `${named(one)}: ${one.reason ?? ''}`);
  if (told.length > 0) {
    const notTo = others.length === 0 ? '' : `; not to ${others.join('; not to ')}`;
    return { anybody: true, words: `to ${told.map(named).join(', ')}${notTo}` };
  }
  const severity = attributes['severity'] ?? 'alerts';
  const why = others.length === 0 ? 'the template has no subscription' : others.join('; ');
  return { anybody: false, words: `nobody is subscribed to ${severity}: ${why}` };
}

/** A mail address speaks for itself. */
function named({ protocol, endpoint }: Delivery): string {
  return protocol === 'email' ? endpoint : `${endpoint} (${protocol})`;
}
