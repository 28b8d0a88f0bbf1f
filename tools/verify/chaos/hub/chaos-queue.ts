import type { QueueMessage } from '@root-activity-monitor/local-aws/sqs';
import type { Random } from '../random.ts';

interface Held {
  readonly message: QueueMessage;
  visibleAt: number;
}

export interface QueueSettings {
  readonly visibilitySeconds: number;
  readonly maxReceiveCount: number;
}

/**
 * The notification queue in virtual time: visibility, receive counts and redrive as in SQS, its
 * order drawn from the seed, as a standard queue promises none.
 */
export class ChaosQueue {
  readonly #settings: QueueSettings;
  readonly #random: Random;
  readonly #parked: QueueMessage[] = [];
  #held: Held[] = [];
  #sent = 0;

  constructor(settings: QueueSettings, random: Random) {
    this.#settings = settings;
    this.#random = random;
  }

  /** Takes a message that shows at a time, and gives its ID. */
  send(body: string, visibleAt: number): string {
    this.#sent += 1;
    const messageId = `message-${String(this.#sent).padStart(4, '0')}`;
    const message = {
      messageId,
      body,
      sentAt: visibleAt,
      firstReceivedAt: undefined,
      receiveCount: 0,
    };
    this.#held.push({ message, visibleAt });
    return messageId;
  }

  /** Takes up to `limit` visible messages and hides them; spent ones are parked on the way. */
  receive(limit: number, now: number): readonly QueueMessage[] {
    const { maxReceiveCount, visibilitySeconds } = this.#settings;
    const visible = this.#held.filter(({ visibleAt }) => visibleAt <= now);
    const spent = visible.filter(({ message }) => message.receiveCount >= maxReceiveCount);
    this.#parked.push(...spent.map(({ message }) => message));
    this.#held = this.#held.filter((held) => !spent.includes(held));
    const taken = this.#random
      .shuffled(visible.filter((held) => !spent.includes(held)))
      .slice(0, limit);
    for (const held of taken) {
      held.visibleAt = now + visibilitySeconds * 1000;
      held.message.receiveCount += 1;
      held.message.firstReceivedAt ??= now;
    }
    return taken.map(({ message }) => message);
  }

  /** What SQS may do with any message: give it out once more while somebody works on it. */
  showAgain(messageIds: readonly string[], at: number): void {
    for (const held of this.#held) {
      if (messageIds.includes(held.message.messageId))
        held.visibleAt = Math.min(held.visibleAt, at);
    }
  }

  delete(messageIds: ReadonlySet<string>): void {
    this.#held = this.#held.filter(({ message }) => !messageIds.has(message.messageId));
  }

  /** The dead-letter queue. */
  get parked(): readonly QueueMessage[] {
    return this.#parked;
  }

  /** When the next message shows; undefined when the queue is empty. */
  get nextVisibleAt(): number | undefined {
    return this.#held.length === 0
      ? undefined
      : Math.min(...this.#held.map(({ visibleAt }) => visibleAt));
  }
}
