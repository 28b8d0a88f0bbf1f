import { resourcesOf } from '@root-activity-monitor/local-aws/cloudformation';
import { LocalDynamoDb, tablesOf } from '@root-activity-monitor/local-aws/dynamodb';
import { topicsOf, type Topic } from '@root-activity-monitor/local-aws/sns';
import { Queue } from '@root-activity-monitor/local-aws/sqs';
import type { VirtualClock } from '@root-activity-monitor/local-aws';
import { mappingOf } from '@root-activity-monitor/local-aws/lambda';
import { Digester, type SentDigest } from './digester.ts';
import { drainQueue, type Attempt } from './drain-queue.ts';
import { startNotifier, templateFault, type Notifier, type NotifierOptions } from './notifier.ts';
import type { Organization } from './organization.ts';

/** No digest is configured to take longer than a day; nobody waits for it for ever. */
const LONGEST_PERIOD = 2 * 24 * 60 * 60 * 1000;

/** So many rounds of the digester may fail, one after the other, before nobody waits for more. */
const MOST_FAILED_ROUNDS = 3;

/**
 * What runs in the hub of one partition: its queues, the notifier once a queue holds something, and
 * the digester once the notifier ran.
 */
export class HubRuntime {
  readonly organization: Organization;
  readonly topics: readonly Topic[];
  readonly #options: NotifierOptions;
  readonly #clock: VirtualClock;
  readonly #queues: ReadonlyMap<string, Queue>;
  readonly #notifiers = new Map<Queue, Notifier | string>();
  readonly #memory: LocalDynamoDb | undefined;
  #memoryStarted: Promise<unknown> | undefined;
  #digester: Digester | string | undefined;
  #failedRounds = 0;
  #lastWork = 0;
  #lastFailure: string | undefined;
  #closed = false;
  /** When the digester runs next; undefined while it would find nothing. */
  #nextRound: number | undefined;

  constructor(organization: Organization, options: NotifierOptions, clock: VirtualClock) {
    const { hub } = organization;
    this.organization = organization;
    this.topics = topicsOf(hub);
    this.#options = options;
    this.#clock = clock;
    const tables = tablesOf(hub);
    this.#memory = tables.length > 0 ? new LocalDynamoDb(tables) : undefined;
    this.#queues = new Map(
      resourcesOf(hub, 'AWS::SQS::Queue')
        .map((resource) => new Queue(hub, resource))
        .map((queue) => [queue.arn, queue]),
    );
  }

  queue(arn: string): Queue | undefined {
    return this.#queues.get(arn);
  }

  /** The queue that the notifier reads; undefined when the template has none. */
  get notificationQueue(): Queue | undefined {
    const { hub } = this.organization;
    return [...this.#queues.values()].find(({ arn }) => mappingOf(hub, arn) !== undefined);
  }

  /** When a message shows in a queue that the notifier reads; undefined when they are empty. */
  get nextMessageAt(): number | undefined {
    const times = [...this.#queues.values()].flatMap((queue) =>
      typeof this.#notifiers.get(queue) === 'string' ? [] : (queue.nextVisibleAt ?? []),
    );
    return times.length === 0 ? undefined : Math.min(...times);
  }

  get nextRoundAt(): number | undefined {
    return this.#nextRound;
  }

  /**
   * Lets the notifier read what shows in its queues now.
   *
   * @returns the last attempt on each message, by its ID
   */
  async work(): Promise<ReadonlyMap<string, Attempt>> {
    if (this.#closed) throw new Error('the simulation is closed');
    const attempts = new Map<string, Attempt>();
    for (const queue of this.#queues.values()) {
      if (queue.nextVisibleAt === undefined) continue;
      const notifier = await this.#notifierOf(queue);
      if (typeof notifier === 'string') continue;
      for (const [id, attempt] of await drainQueue(queue, notifier, this.#clock.now())) {
        attempts.set(id, attempt);
      }
    }
    if (attempts.size > 0) {
      this.#lastWork = this.#clock.now();
      this.#nextRound ??= await this.#roundAfter(this.#clock.now());
    }
    return attempts;
  }

  /** Runs the digester where a round of it is due. */
  async round(): Promise<readonly SentDigest[]> {
    const now = this.#clock.now();
    if (this.#nextRound === undefined || this.#nextRound > now) return [];
    const digester = await this.#startedDigester();
    if (typeof digester === 'string') return [];
    const { digests, idle, failure } = await digester.run(now);
    this.#lastFailure = failure;
    this.#failedRounds = failure === undefined ? 0 : this.#failedRounds + 1;
    const over = idle || this.digestFault !== undefined || now - this.#lastWork > LONGEST_PERIOD;
    this.#nextRound = over ? undefined : await this.#roundAfter(now);
    return digests;
  }

  /** Why no digest comes any more; undefined while one may come. */
  get digestFault(): string | undefined {
    if (typeof this.#digester === 'string') return this.#digester;
    return this.#failedRounds < MOST_FAILED_ROUNDS ? undefined : this.#lastFailure;
  }

  /** Why nothing ever reads a queue; undefined when the notifier does. */
  faultOf(queue: Queue): string | undefined {
    const notifier = this.#notifiers.get(queue);
    return typeof notifier === 'string' ? notifier : undefined;
  }

  get chatTopicArn(): string | undefined {
    return this.#running?.lambda.environment['CHAT_TOPIC_ARN'];
  }

  /** Lets the functions forget what they stored about events and sessions. */
  async forget(): Promise<void> {
    await this.#memory?.reset();
    this.#nextRound = undefined;
    this.#failedRounds = 0;
  }

  async close(): Promise<void> {
    this.#closed = true;
    for (const notifier of this.#notifiers.values()) {
      if (typeof notifier !== 'string') await notifier.close();
    }
    if (this.#digester instanceof Digester) await this.#digester.close();
  }

  get #running(): Notifier | undefined {
    return [...this.#notifiers.values()].find((one) => typeof one !== 'string');
  }

  /** Rounds come at whole multiples of the rate: when AWS starts counting is not known. */
  async #roundAfter(time: number): Promise<number | undefined> {
    const digester = await this.#startedDigester();
    return typeof digester === 'string'
      ? undefined
      : (Math.floor(time / digester.every) + 1) * digester.every;
  }

  async #startedDigester(): Promise<Digester | string> {
    const folder = this.#running?.lambda.codeFolder ?? '';
    this.#digester ??= await Digester.start(
      this.organization,
      this.#options,
      this.#memory,
      folder,
    ).catch(templateFault);
    return this.#digester;
  }

  async #notifierOf(queue: Queue): Promise<Notifier | string> {
    const known = this.#notifiers.get(queue);
    if (known !== undefined) return known;
    this.#memoryStarted ??= this.#memory?.start();
    await this.#memoryStarted;
    const { organization } = this;
    const started = await startNotifier(organization, queue, this.#options, this.#memory).catch(
      templateFault,
    );
    this.#notifiers.set(queue, started);
    return started;
  }
}
