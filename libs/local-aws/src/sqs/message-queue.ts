import { randomUUID } from 'node:crypto';

export interface QueueMessage {
  readonly messageId: string;
  readonly body: string;
  /** Milliseconds since 1970, on the virtual clock. */
  readonly sentAt: number;
  firstReceivedAt: number | undefined;
  receiveCount: number;
}

export interface QueueRules {
  readonly visibilitySeconds: number;
  /** After so many receives a message is parked. */
  readonly maxReceiveCount: number;
}

/** What SQS leaves open. */
export interface QueueHabits {
  /** The ID of the message that is sent as the n-th. @default - a random one */
  readonly messageId?: (n: number) => string;
  /** In which order visible messages are given out. @default - in that of sending */
  readonly order?: <T>(visible: readonly T[]) => readonly T[];
}

interface Held {
  readonly message: QueueMessage;
  visibleAt: number;
}

/**
 * The messages of a standard queue, with what SQS does to them: visibility, receive count, redrive.
 * All times are milliseconds since 1970, on a virtual clock.
 *
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html
 */
export class MessageQueue {
  readonly #rules: QueueRules;
  readonly #habits: Required<QueueHabits>;
  #held: Held[] = [];
  #sent = 0;

  constructor(rules: QueueRules, habits: QueueHabits = {}) {
    this.#rules = rules;
    this.#habits = { messageId: () => randomUUID(), order: (visible) => visible, ...habits };
  }

  /** Takes a message that shows at a time. */
  send(body: string, visibleAt: number): QueueMessage {
    this.#sent += 1;
    const message: QueueMessage = {
      messageId: this.#habits.messageId(this.#sent),
      body,
      sentAt: visibleAt,
      firstReceivedAt: undefined,
      receiveCount: 0,
    };
    this.#held.push({ message, visibleAt });
    return message;
  }

  /** Takes up to `limit` visible messages, as far as they fit, and hides them for a while. */
  receive(limit: number, now: number, maxBytes = Infinity): readonly QueueMessage[] {
    const taken: Held[] = [];
    let bytes = 0;
    for (const held of this.#habits.order(this.#held.filter(({ visibleAt }) => visibleAt <= now))) {
      bytes += Buffer.byteLength(held.message.body);
      if (taken.length === limit || (taken.length > 0 && bytes > maxBytes)) break;
      taken.push(held);
    }
    for (const held of taken) {
      held.visibleAt = now + this.#rules.visibilitySeconds * 1000;
      held.message.receiveCount += 1;
      held.message.firstReceivedAt ??= now;
    }
    return taken.map(({ message }) => message);
  }

  /** What SQS may do with any message: give it out once more while somebody works on it. */
  makeVisible(messageIds: readonly string[], at: number): void {
    for (const held of this.#held) {
      if (messageIds.includes(held.message.messageId))
        held.visibleAt = Math.min(held.visibleAt, at);
    }
  }

  delete(messageIds: ReadonlySet<string>): void {
    this.#held = this.#held.filter(({ message }) => !messageIds.has(message.messageId));
  }

  /** Parks the messages that were received too often, those that show by then, and gives them. */
  redrive(by = Infinity): readonly QueueMessage[] {
    const spent = this.#held
      .filter(({ visibleAt }) => visibleAt <= by)
      .map(({ message }) => message)
      .filter(({ receiveCount }) => receiveCount >= this.#rules.maxReceiveCount);
    this.delete(new Set(spent.map(({ messageId }) => messageId)));
    return spent;
  }

  /** When the next message shows; undefined when the queue is empty. */
  get nextVisibleAt(): number | undefined {
    return this.#held.length === 0
      ? undefined
      : Math.min(...this.#held.map(({ visibleAt }) => visibleAt));
  }
}
