import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { resourcesOf, type Resource, type Stack } from '../cloudformation/stack.ts';
import type { NamedPolicy } from '../iam/evaluate.ts';
import { PolicyDocumentSchema } from '../iam/policy-document.ts';
import type { VirtualClock } from '../virtual-clock.ts';

const QueuePropertiesSchema = z.looseObject({
  VisibilityTimeout: z.coerce.number().default(30),
  MaximumMessageSize: z.coerce.number().default(1_048_576),
  KmsMasterKeyId: z.string().optional(),
  RedrivePolicy: z
    .looseObject({
      deadLetterTargetArn: z.string(),
      maxReceiveCount: z.coerce.number().int().min(1),
    })
    .optional(),
});
const QueuePolicyPropertiesSchema = z.looseObject({
  Queues: z.array(z.string()),
  PolicyDocument: PolicyDocumentSchema,
});

export interface QueueMessage {
  readonly messageId: string;
  readonly body: string;
  /** Milliseconds since 1970, on the virtual clock. */
  readonly sentAt: number;
  firstReceivedAt: number | undefined;
  receiveCount: number;
}

interface Held {
  readonly message: QueueMessage;
  visibleAt: number;
}

/**
 * A standard queue with what SQS does to it: visibility, receive count, redrive. Order is that of
 * sending, which SQS does not promise.
 *
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html
 */
export class Queue {
  readonly arn: string;
  readonly properties: z.infer<typeof QueuePropertiesSchema>;
  readonly policies: readonly NamedPolicy[];
  readonly #clock: VirtualClock;
  readonly #held: Held[] = [];

  constructor(stack: Stack, resource: Resource, clock: VirtualClock) {
    this.arn = resource.attribute('Arn');
    this.properties = QueuePropertiesSchema.parse(resource.properties());
    this.policies = resourcesOf(stack, 'AWS::SQS::QueuePolicy')
      .map((policy) => QueuePolicyPropertiesSchema.parse(policy.properties()))
      .filter(({ Queues }) => Queues.includes(resource.ref))
      .map(({ PolicyDocument }) => ({ name: 'queue policy', document: PolicyDocument }));
    this.#clock = clock;
  }

  send(body: string): QueueMessage {
    const message: QueueMessage = {
      messageId: randomUUID(),
      body,
      sentAt: this.#clock.now(),
      firstReceivedAt: undefined,
      receiveCount: 0,
    };
    this.#held.push({ message, visibleAt: 0 });
    return message;
  }

  /** Takes up to `limit` visible messages, as far as they fit, and hides them for a while. */
  receive(limit: number, mostBytes: number): readonly QueueMessage[] {
    const now = this.#clock.now();
    const taken: Held[] = [];
    let bytes = 0;
    for (const held of this.#held) {
      if (taken.length === limit) break;
      if (held.visibleAt > now) continue;
      bytes += Buffer.byteLength(held.message.body);
      if (taken.length > 0 && bytes > mostBytes) break;
      taken.push(held);
    }
    for (const held of taken) {
      held.visibleAt = now + this.properties.VisibilityTimeout * 1000;
      held.message.receiveCount += 1;
      held.message.firstReceivedAt ??= now;
    }
    return taken.map(({ message }) => message);
  }

  delete(messageIds: ReadonlySet<string>): void {
    const left = this.#held.filter(({ message }) => !messageIds.has(message.messageId));
    this.#held.splice(0, this.#held.length, ...left);
  }

  /**
   * Parks the messages that were received as often as the redrive policy allows; without such a
   * policy they come back until they expire, which is told as parked nowhere.
   */
  redrive(): readonly { readonly message: QueueMessage; readonly to: string | undefined }[] {
    const { RedrivePolicy: policy } = this.properties;
    const attempts = policy?.maxReceiveCount ?? ATTEMPTS_WITHOUT_REDRIVE;
    const spent = this.#held.filter(({ message }) => message.receiveCount >= attempts);
    this.delete(new Set(spent.map(({ message }) => message.messageId)));
    return spent.map(({ message }) => ({ message, to: policy?.deadLetterTargetArn }));
  }

  /** When the next hidden message shows again; undefined when the queue is empty. */
  get nextVisibleAt(): number | undefined {
    return this.#held.length === 0
      ? undefined
      : Math.min(...this.#held.map((held) => held.visibleAt));
  }
}

const ATTEMPTS_WITHOUT_REDRIVE = 5;
