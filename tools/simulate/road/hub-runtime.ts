import type { EventEnvelope } from '@root-activity-monitor/event-schema';
import { resourcesOf } from '../cloudformation/stack.ts';
import { topicsOf, type Topic } from '../aws/sns/topic.ts';
import { Queue } from '../aws/sqs/queue.ts';
import { VirtualClock } from '../aws/virtual-clock.ts';
import { mappingOf } from '../aws/lambda/event-source-mapping.ts';
import { drainQueue, type Attempt } from './drain-queue.ts';
import type { Queued } from './notification-road.ts';
import {
  startNotifier,
  stopNotifier,
  templateFault,
  type Notifier,
  type NotifierOptions,
} from './notifier.ts';
import type { Organization } from './organization.ts';

/** What runs in the hub of one partition: its queues, and the notifier once a queue holds something. */
export class HubRuntime {
  readonly organization: Organization;
  readonly topics: readonly Topic[];
  readonly #options: NotifierOptions;
  readonly #clock = new VirtualClock();
  readonly #queues: ReadonlyMap<string, Queue>;
  readonly #notifiers = new Map<Queue, Notifier | string>();
  #attempts: ReadonlyMap<string, Attempt> = new Map();

  constructor(organization: Organization, options: NotifierOptions) {
    this.organization = organization;
    this.topics = topicsOf(organization.hub);
    this.#options = options;
    this.#queues = new Map(
      resourcesOf(organization.hub, 'AWS::SQS::Queue')
        .map((resource) => new Queue(organization.hub, resource, this.#clock))
        .map((queue) => [queue.arn, queue]),
    );
  }

  queue(arn: string): Queue | undefined {
    return this.#queues.get(arn);
  }

  /** Puts an event into the queue that the notifier reads, past every rule. */
  enqueue(event: EventEnvelope): readonly Queued[] {
    const queue = [...this.#queues.values()].find(
      ({ arn }) => mappingOf(this.organization.hub, arn) !== undefined,
    );
    return queue === undefined ? [] : [{ queue, message: queue.send(JSON.stringify(event)) }];
  }

  /** Lets the notifier work until every queue that something reads is empty. */
  async drain(): Promise<void> {
    const attempts = new Map<string, Attempt>();
    for (const queue of this.#queues.values()) {
      if (queue.nextVisibleAt === undefined) continue;
      const notifier = await this.#notifierOf(queue);
      if (typeof notifier === 'string') continue;
      for (const [id, attempt] of await drainQueue(queue, notifier, this.#clock))
        attempts.set(id, attempt);
    }
    this.#attempts = attempts;
  }

  attemptOn(messageId: string): Attempt | undefined {
    return this.#attempts.get(messageId);
  }

  /** Why nothing ever reads a queue; undefined when the notifier does. */
  faultOf(queue: Queue): string | undefined {
    const notifier = this.#notifiers.get(queue);
    return typeof notifier === 'string' ? notifier : undefined;
  }

  get chatTopicArn(): string | undefined {
    const [notifier] = [...this.#notifiers.values()].filter((one) => typeof one !== 'string');
    return notifier?.lambda.environment['CHAT_TOPIC_ARN'];
  }

  /** Lets the notifier forget what it stored about events and sessions. */
  async forget(): Promise<void> {
    for (const notifier of this.#notifiers.values()) {
      if (typeof notifier !== 'string') await notifier.dynamodb?.reset();
    }
  }

  async close(): Promise<void> {
    for (const notifier of this.#notifiers.values()) {
      if (typeof notifier !== 'string') await stopNotifier(notifier);
    }
  }

  async #notifierOf(queue: Queue): Promise<Notifier | string> {
    const known = this.#notifiers.get(queue);
    if (known !== undefined) return known;
    const started = await startNotifier(this.organization, queue, this.#options).catch(
      templateFault,
    );
    this.#notifiers.set(queue, started);
    return started;
  }
}
