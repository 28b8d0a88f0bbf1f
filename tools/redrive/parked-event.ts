import type { Message } from '@aws-sdk/client-sqs';
import { EventEnvelopeSchema } from '@root-activity-monitor/event-schema';

export const parkedQueues = ['failed', 'undelivered'] as const;
/** `failed`: the notifier failed on it; `undelivered`: a rule could not deliver it. */
export type ParkedQueue = (typeof parkedQueues)[number];

/** A message of a dead-letter queue, as far as it can be read. */
export interface ParkedEvent {
  readonly messageId: string;
  readonly receiptHandle: string;
  readonly body: string;
  readonly eventName: string;
  /** The account and Region that the event is about; "?" where it names none. */
  readonly account: string;
  readonly region: string;
  readonly eventId: string;
  /** When it was first sent; SQS keeps that time when it moves a message. */
  readonly sentAt: Date | undefined;
  readonly receiveCount: number;
  readonly why: string;
  /** Why it must not go to the notification queue; undefined where it may. */
  readonly keptBecause: string | undefined;
}

/**
 * Reads a parked message.
 *
 * @param notificationQueueArn where events go again
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-dlq.html
 */
export function readParked(
  message: Message,
  queue: ParkedQueue,
  notificationQueueArn: string,
): ParkedEvent {
  const { MessageId = '', ReceiptHandle = '', Body = '', Attributes } = message;
  const sent = Number(Attributes?.SentTimestamp);
  const receiveCount = Number(Attributes?.ApproximateReceiveCount ?? 0);
  return {
    messageId: MessageId,
    receiptHandle: ReceiptHandle,
    body: Body,
    ...describe(Body),
    sentAt: Number.isFinite(sent) ? new Date(sent) : undefined,
    receiveCount,
    why: queue === 'failed' ? notifierFailed : whyUndelivered(message),
    keptBecause: queue === 'failed' ? undefined : whyKept(message, notificationQueueArn),
  };
}

const notifierFailed =
  "the notifier failed on it each time; its log has the reason beside the event's ID";

function whyUndelivered(message: Message): string {
  const code = attribute(message, 'ERROR_CODE') ?? 'no ERROR_CODE';
  const text = attribute(message, 'ERROR_MESSAGE');
  const exhausted = attribute(message, 'EXHAUSTED_RETRY_CONDITION');
  const tries = attribute(message, 'RETRY_ATTEMPTS');
  return [
    text === undefined ? code : `${code}: ${text}`,
    ...(exhausted === undefined ? [] : [`gave up by ${exhausted}`]),
    ...(tries === undefined ? [] : [`${tries} retries`]),
  ].join('; ');
}

/** The queue also holds what other rules could not deliver; the notifier would misread it. */
function whyKept(message: Message, notificationQueueArn: string): string | undefined {
  const target = attribute(message, 'TARGET_ARN');
  if (target === notificationQueueArn) return undefined;
  return target === undefined ? 'it does not name its target' : `its target was ${target}`;
}

function attribute({ MessageAttributes }: Message, name: string): string | undefined {
  return MessageAttributes?.[name]?.StringValue;
}

function describe(body: string) {
  const envelope = EventEnvelopeSchema.safeParse(parseJson(body));
  if (!envelope.success)
    return { eventName: '(unreadable)', account: '?', region: '?', eventId: '?' };
  const { detail, account, region, id } = envelope.data;
  const text = (value: unknown, fallback: string) =>
    typeof value === 'string' && value !== '' ? value : fallback;
  return {
    eventName: text(detail['eventName'], envelope.data['detail-type']),
    account,
    region,
    eventId: text(detail['eventID'], id),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
