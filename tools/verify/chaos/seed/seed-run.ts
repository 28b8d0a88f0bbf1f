import type { HttpAnswer } from '@root-activity-monitor/local-aws';
import type { LocalDynamoDb } from '@root-activity-monitor/local-aws/dynamodb';
import { answerPublish } from '@root-activity-monitor/local-aws/sns';
import { failedItems, sqsEvent } from '@root-activity-monitor/local-aws/lambda';
import { MessageQueue, type QueueMessage } from '@root-activity-monitor/local-aws/sqs';
import { eventKeyOf } from '@root-activity-monitor/notifier/contract';
import { alertedEvent } from '../journal/message-subject.ts';
import type { ChaosEvent } from '../events/scenario.ts';
import { requestFaults, type Effect } from '../faults/request-faults.ts';
import { faultFor, type FaultWindow } from '../faults/fault-windows.ts';
import type { FaultPolicy } from '../proxy/fault-proxy.ts';
import type { ProxyRequest } from '../proxy/requests.ts';
import type { Handler, TestBed } from '../hub/test-bed.ts';
import { Random } from '../random/random.ts';
import type { Accepted, Invocation, Mail } from '../journal/journal.ts';
import { Invoker } from './invoker.ts';

const second = 1000;
const partFault = { code: 'InternalError', message: 'this entry was not taken' };

/** One seed under way: its queue, its time, its invocations, and what strikes them. */
export class SeedRun implements FaultPolicy {
  readonly mails: Mail[] = [];
  readonly accepted: Accepted[] = [];
  /** Requests of processes that had answered already. */
  readonly afterAnswer: string[] = [];
  readonly delivery = new Map<string, number>();
  readonly queue: MessageQueue;
  /** The dead-letter queue. */
  readonly parked: QueueMessage[] = [];
  /** Milliseconds since 1970, virtual. */
  now: number;
  readonly #seed: number;
  readonly #site: TestBed;
  readonly #invoker: Invoker;
  readonly #dynamoDb: LocalDynamoDb;
  readonly #weather: readonly FaultWindow[];
  readonly #random: Random;
  readonly #end: number;

  constructor(
    seed: number,
    site: TestBed,
    dynamoDb: LocalDynamoDb,
    weather: readonly FaultWindow[],
    { start, end }: { readonly start: number; readonly end: number },
  ) {
    this.#seed = seed;
    this.#site = site;
    this.#invoker = new Invoker(site);
    this.#dynamoDb = dynamoDb;
    this.#weather = weather;
    this.#random = new Random(`run ${String(seed)}`);
    // A standard queue promises no order, so that the seed draws one.
    this.queue = new MessageQueue(site.hub, {
      messageId: (n) => `message-${String(n).padStart(4, '0')}`,
      order: (visible) => this.#random.shuffled(visible),
    });
    this.now = start;
    this.#end = end;
  }

  /** Puts an event into the queue, now and then a while later. */
  accept(event: ChaosEvent, at: number): void {
    const late = this.#random.holds(0.1) ? this.#random.between(10, 1800) * second : 0;
    if (late > 0) this.note('delivered late');
    const { messageId } = this.queue.send(event.body, at + late);
    const { account, eventId, simulated } = event;
    // What carries no ID of its own does not say who recorded it either.
    const recordedIn = eventId === undefined ? 'unknown' : account;
    const key = eventKeyOf({ recordedIn, eventId: eventId ?? messageId, simulated });
    this.accepted.push({ messageId, event, key });
  }

  /** Reads the queue and lets the notifier work on what came; false when nothing did. */
  async notify(): Promise<boolean> {
    const limit = this.#random.whole(1, this.#site.hub.mapping.batchSize);
    this.parked.push(...this.queue.redrive(this.now));
    const messages = this.queue.receive(limit, this.now);
    if (messages.length === 0) return false;
    const { mapping, notifier, queueArn } = this.#site.hub;
    const payload = sqsEvent(queueArn, notifier.region, messages);
    const { invocation, answer } = await this.#invoke('notifier', payload, messages);
    if (answer !== undefined) {
      const failed = failedItems(mapping, answer, messages);
      invocation.failed = failed;
      const done = messages.filter(({ messageId }) => !failed.has(messageId) && !this.#isKept());
      this.queue.delete(new Set(done.map(({ messageId }) => messageId)));
    }
    return true;
  }

  async digest(): Promise<void> {
    await this.#invoke('digester', {}, []);
  }

  get invocations(): readonly Invocation[] {
    return this.#invoker.invocations;
  }

  note(what: string): void {
    this.delivery.set(what, (this.delivery.get(what) ?? 0) + 1);
  }

  strike({ slot, service, operation, body }: ProxyRequest): Effect | undefined {
    if (!this.#invoker.isRunning(slot)) {
      // Lambda freezes a process that has answered, and what it still had under way breaks.
      this.afterAnswer.push(`${slot}: ${operation}`);
      return { type: 'connection-lost', applied: false };
    }
    const { invocation, requests } = this.#invoker.runningIn(slot);
    const same = `${service} ${operation} ${body}`;
    const repeated = requests.get(same) ?? 0;
    requests.set(same, repeated + 1);
    const struck = { invocation: invocation.number, service, operation, body, repeated };
    const name = faultFor(this.#seed, this.#weather, struck, this.now);
    if (name === undefined) return undefined;
    const { effect } = requestFaults[name];
    if (effect.type === 'taken-in-part' && !/Batch/.test(operation)) return undefined;
    if (effect.type === 'overtaken' && this.#invoker.depth > 2) return undefined;
    // What SNS leaves of a batch strikes only those events.
    if (effect.type !== 'taken-in-part' || service !== 'sns')
      invocation.faults.push({ name, operation });
    return effect;
  }

  async apply(request: ProxyRequest, isLeft?: (index: number) => boolean): Promise<HttpAnswer> {
    const { invocation, reader } = this.#invoker.runningIn(request.slot);
    const { service, operation, body } = request;
    if (service === 'dynamodb') {
      const answer = await this.#dynamoDb.call(operation, body);
      invocation.requests.push(
        `${operation} ${body.slice(0, 400)} -> ${String(answer.status)} ${answer.body.slice(0, 200)}`,
      );
      if (operation === 'Query') reader.read(body, answer.body);
      return answer;
    }
    const { answer, accepted, refused } = answerPublish(body, {
      refuseEntry: (_, index) => (isLeft?.(index) === true ? partFault : undefined),
    });
    const period = invocation.handler === 'digester' ? reader.period : undefined;
    const { number, at } = invocation;
    this.mails.push(
      ...accepted.map((entry) => ({
        invocation: number,
        at,
        topicArn: entry.topicArn,
        entry,
        period,
      })),
    );
    if (isLeft !== undefined && refused.length > 0) {
      const left = refused.flatMap(({ entries }) => entries);
      const keys = left.flatMap((entry) => alertedEvent(entry) ?? []);
      invocation.faults.push({ name: 'SNS takes part of a batch', operation, keys });
    }
    return answer;
  }

  async end({ slot }: ProxyRequest, hung: boolean): Promise<void> {
    const { handler, at } = this.#invoker.runningIn(slot).invocation;
    if (hung && this.#invoker.depth === 1) {
      this.now = Math.max(this.now, at + this.#site.hub[handler].timeoutSeconds * second);
    }
    await this.#invoker.end(slot);
  }

  async overtake({ slot }: ProxyRequest): Promise<void> {
    const { at, messages } = this.#invoker.runningIn(slot).invocation;
    // The one that waits answers before its time is over.
    this.now = Math.min(
      this.now + this.#random.between(0, 12) * second,
      Math.max(this.now, at + 15 * second),
    );
    if (messages.length > 0 && this.#random.holds(0.3)) {
      this.note('given out twice at a time');
      this.queue.makeVisible(
        messages.map(({ messageId }) => messageId),
        this.now,
      );
    }
    if (!(await this.notify()) || this.#random.holds(0.2)) await this.digest();
  }

  /** Sometimes SQS gives out again what was deleted. */
  #isKept(): boolean {
    const kept = this.now < this.#end && this.#random.holds(0.04);
    if (kept) this.note('given out again');
    return kept;
  }

  async #invoke(handler: Handler, payload: unknown, messages: readonly QueueMessage[]) {
    const invoked = await this.#invoker.invoke(handler, payload, messages, this.now);
    this.now += this.#random.between(0.05, 2) * second;
    return invoked;
  }
}
