import { requestFaults } from '../faults/request-faults.ts';
import type { QueueMessage } from '@root-activity-monitor/local-aws/sqs';
import { decisionsIn } from '@root-activity-monitor/notifier/contract';
import type { Handler, TestBed } from '../hub/test-bed.ts';
import type { Invocation } from '../journal/journal.ts';
import { PeriodReader } from './period-reader.ts';

/** What is going on in a process. */
export interface Running {
  readonly invocation: Invocation;
  /** How often each request was made. */
  readonly requests: Map<string, number>;
  readonly reader: PeriodReader;
}

/** Runs the bundle, one invocation inside another where one is overtaken, and keeps what came of each. */
export class Invoker {
  readonly invocations: Invocation[] = [];
  readonly #site: TestBed;
  readonly #running = new Map<string, Running>();

  constructor(site: TestBed) {
    this.#site = site;
  }

  /** How many invocations are under way. */
  get depth(): number {
    return this.#running.size;
  }

  isRunning(slot: string): boolean {
    return this.#running.has(slot);
  }

  /** @throws Error when the process has no invocation under way */
  runningIn(slot: string): Running {
    const running = this.#running.get(slot);
    if (running === undefined) throw new Error(`${slot} asks for something while it runs nothing`);
    return running;
  }

  /** @returns the invocation, and what it answered unless it ended otherwise */
  async invoke(handler: Handler, payload: unknown, messages: readonly QueueMessage[], at: number) {
    const place = this.#site.process(handler, this.depth);
    if (place === undefined) throw new Error('too many invocations at a time');
    const invocation: Invocation = {
      ...{ number: this.invocations.length + 1, handler, at, messages },
      ...{ faults: [], requests: [], log: [], failed: undefined, threw: undefined },
    };
    this.invocations.push(invocation);
    this.#running.set(place.name, { invocation, requests: new Map(), reader: new PeriodReader() });
    const { answer, log } = await place.process.invoke(payload, at);
    this.#running.delete(place.name);
    if (this.#site.gate.failure !== undefined) throw this.#site.gate.failure;
    if (answer.ok) {
      invocation.log = decisionsIn(log);
      return { invocation, answer: answer.payload };
    }
    const ended = invocation.faults.some(({ name }) =>
      ['killed', 'hanging'].includes(requestFaults[name].effect.type),
    );
    if (!ended) invocation.threw = `${answer.errorType}: ${answer.errorMessage}`;
    return { invocation, answer: undefined };
  }

  /** Ends the process where it stands. */
  async end(slot: string): Promise<void> {
    const [, depth] = slot.split('-');
    await this.#site
      .process(this.runningIn(slot).invocation.handler, Number(depth))
      ?.process.kill();
  }
}
