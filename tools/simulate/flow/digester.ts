import { resourcesOf } from '@root-activity-monitor/local-aws/cloudformation';
import { schedulesOf, type Schedule } from '@root-activity-monitor/local-aws/events';
import { readFunction } from '@root-activity-monitor/local-aws/lambda';
import type { LocalDynamoDb } from '@root-activity-monitor/local-aws/dynamodb';
import type { AcceptedMessage, Published } from '@root-activity-monitor/local-aws/sns';
import { eventNameIn, itemIdsIn } from './counted-items.ts';
import { startHubFunction, type HubFunction } from './hub-function.ts';
import type { NotifierOptions } from './notifier.ts';
import type { Organization } from './organization.ts';

/** A digest as the alert topic took it. */
export interface SentDigest {
  readonly message: AcceptedMessage;
  /** The copy for chat. */
  readonly chat: AcceptedMessage | undefined;
  /** Names of the counted events that the digester had read for it, see `counted-items.ts`. */
  readonly events: readonly string[];
}

export interface Round {
  readonly digests: readonly SentDigest[];
  /** Whether it found nothing at all in the table: until an event comes, no round will. */
  readonly idle: boolean;
  /** What failed it. */
  readonly failure: string | undefined;
}

/** The function that a schedule starts, in its own process: it sends the digests that are due. */
export class Digester {
  readonly every: number;
  readonly #running: HubFunction;
  readonly #chatTopicArn: string | undefined;
  readonly #told: Told;

  private constructor(schedule: Schedule, running: HubFunction, told: Told) {
    this.every = schedule.every;
    this.#running = running;
    this.#told = told;
    this.#chatTopicArn = running.lambda.environment['CHAT_TOPIC_ARN'];
  }

  /**
   * Brings up the scheduled function that has the notifier's code.
   *
   * @returns in words why no digest ever comes, where that is so
   */
  static async start(
    { hub }: Organization,
    { assets, snsDelay }: NotifierOptions,
    memory: LocalDynamoDb | undefined,
    codeFolder: string,
  ): Promise<Digester | string> {
    for (const schedule of schedulesOf(hub)) {
      const resource = resourcesOf(hub, 'AWS::Lambda::Function').find(
        (one) => one.attribute('Arn') === schedule.functionArn,
      );
      if (resource === undefined) continue;
      const lambda = readFunction(hub, resource, assets);
      if (lambda.codeFolder !== codeFolder) continue;
      const { role } = lambda;
      if (schedule.fault !== undefined) return schedule.fault;
      if (lambda.blocked !== undefined || role === undefined)
        return lambda.blocked ?? 'it has no role';
      const told = new Told();
      const { onPublish, onQuery } = told;
      const settings = { memory, snsDelay, onPublish, onQuery };
      return new Digester(schedule, await startHubFunction(hub, lambda, role, settings), told);
    }
    return 'no schedule of the hub template starts a digester';
  }

  /** Runs it once, at this time in milliseconds since 1970. */
  async run(now: number): Promise<Round> {
    this.#told.begin();
    const { answer } = await this.#running.process.invoke({}, now);
    this.#running.sns.take();
    const digests: SentDigest[] = [];
    for (const { message, events } of this.#told.published) {
      const last = digests.at(-1);
      if (message.topicArn === this.#chatTopicArn && last !== undefined) {
        digests[digests.length - 1] = { ...last, chat: message };
      } else digests.push({ message, events, chat: undefined });
    }
    return {
      digests,
      idle: answer.ok && this.#told.items === 0,
      failure: answer.ok ? undefined : `${answer.errorType}: ${answer.errorMessage}`,
    };
  }

  async close(): Promise<void> {
    await this.#running.close();
  }
}

/** What a round read from the table before each message that it published. */
class Told {
  items = 0;
  published: { readonly message: AcceptedMessage; readonly events: readonly string[] }[] = [];
  #read: string[] = [];

  begin(): void {
    this.items = 0;
    this.published = [];
    this.#read = [];
  }

  readonly onQuery = (answer: string): void => {
    const ids = itemIdsIn(answer);
    this.items += ids.length;
    this.#read.push(...ids.map(eventNameIn));
  };

  readonly onPublish = ({ accepted }: Published): void => {
    const events = this.#read;
    this.#read = [];
    for (const message of accepted) this.published.push({ message, events });
  };
}
