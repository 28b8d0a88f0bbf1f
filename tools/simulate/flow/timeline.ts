import type { VirtualClock } from '@root-activity-monitor/local-aws';
import type { DigestResult, EventResult } from '../trace/result.ts';
import { itemNameOf } from './counted-items.ts';
import type { SentDigest } from './digester.ts';
import type { Attempt } from './drain-queue.ts';
import type { HubRuntime } from './hub-runtime.ts';
import { mailOf, whoIsTold } from './told-people.ts';
import { endedResult, notifiedResult, unreadResult, type Underway } from './in-flight.ts';

/** Something that becomes known while time goes on. */
export type Told =
  | { readonly kind: 'event'; readonly result: EventResult }
  | { readonly kind: 'digest'; readonly digest: DigestResult }
  /** Events that were counted, and that no digest will ever tell of. */
  | { readonly kind: 'untold'; readonly results: readonly EventResult[]; readonly why: string };

/**
 * Events that happen so close to each other, in milliseconds, may reach the notifier in one batch:
 * the delays of CloudTrail differ by more.
 */
const TOGETHER = 5000;

/** Lets time go on: events happen, the notifier reads, digests come when they are due. */
export class Timeline {
  readonly #hubs: readonly HubRuntime[];
  readonly #clock: VirtualClock;
  readonly #tell: (told: Told) => void;
  readonly #digests: boolean;
  /** In a queue, by the ID of the message. */
  readonly #queued = new Map<string, Underway>();
  readonly #attempts = new Map<Underway, Attempt[]>();
  /** What ended at the time that it is. */
  #ended: { readonly underway: Underway; readonly result: EventResult }[] = [];
  #order: ReadonlyMap<Underway, number> = new Map();
  /** Counted, and not yet told of by a digest, by hub and the name of the event. */
  readonly #counted = new Map<string, EventResult[]>();

  /** @param digests whether to go on until the last digest is out */
  constructor(
    hubs: Iterable<HubRuntime>,
    clock: VirtualClock,
    tell: (told: Told) => void,
    digests: boolean,
  ) {
    this.#hubs = [...hubs];
    this.#clock = clock;
    this.#tell = tell;
    this.#digests = digests;
  }

  /** @param events in the order of their time */
  async run(events: readonly Underway[]): Promise<void> {
    this.#order = new Map(events.map((underway, index) => [underway, index]));
    let next = 0;
    for (;;) {
      const arrival = events[next]?.at;
      const due = earliest([arrival, this.#nextMessageAt(), this.#nextRoundAt(arrival)]);
      if (due === undefined) break;
      this.#clock.advanceTo(due);
      for (const hub of this.#hubs) await this.#round(hub);
      if (arrival !== undefined && arrival <= this.#clock.now()) {
        next = this.#send(events, next, arrival);
      }
      for (const hub of this.#hubs) this.#settle(await hub.work());
      this.#tellEnded();
    }
    for (const underway of new Set(this.#queued.values())) {
      this.#ended.push({ underway, result: unreadResult(underway) });
    }
    this.#tellEnded();
    this.#tellUntold();
  }

  /** Sends what happens now and, unless something else is due, shortly afterwards. */
  #send(events: readonly Underway[], from: number, arrival: number): number {
    const limit = earliest([arrival + TOGETHER, this.#nextMessageAt(), this.#nextRoundAt(arrival)]);
    let next = from;
    for (;;) {
      const underway = events[next];
      if (underway === undefined || underway.at > Math.max(limit ?? arrival, arrival)) return next;
      this.#clock.advanceTo(underway.at);
      next += 1;
      if (underway.queues.length === 0) {
        this.#ended.push({ underway, result: endedResult(underway) });
        continue;
      }
      const body = JSON.stringify(underway.event);
      for (const queue of underway.queues) {
        this.#queued.set(queue.send(body, this.#clock.now()).messageId, underway);
      }
    }
  }

  #settle(attempts: ReadonlyMap<string, Attempt>): void {
    for (const [messageId, attempt] of attempts) {
      const underway = this.#queued.get(messageId);
      const goesOn = attempt.failure !== undefined && attempt.parked === undefined;
      if (underway === undefined || goesOn) continue;
      this.#queued.delete(messageId);
      const all = [...(this.#attempts.get(underway) ?? []), attempt];
      this.#attempts.set(underway, all);
      if (all.length < underway.queues.length) continue;
      this.#attempts.delete(underway);
      const result = notifiedResult(underway, all);
      this.#ended.push({ underway, result });
      if (result.outcome !== 'digested' || attempt.decision === undefined) continue;
      const { account = '', eventId = '' } = attempt.decision;
      const key = this.#keyOf(underway.hub, itemNameOf(account, eventId));
      this.#counted.set(key, [...(this.#counted.get(key) ?? []), result]);
    }
  }

  /** In the order of the events: which of them reached the notifier makes no difference. */
  #tellEnded(): void {
    const place = (underway: Underway) => this.#order.get(underway) ?? 0;
    this.#ended.sort((one, other) => place(one.underway) - place(other.underway));
    for (const { result } of this.#ended) this.#tell({ kind: 'event', result });
    this.#ended = [];
  }

  async #round(hub: HubRuntime): Promise<void> {
    if (!this.#digests) return;
    for (const sent of await hub.round()) {
      this.#tell({ kind: 'digest', digest: this.#digestOf(hub, sent) });
    }
  }

  #digestOf(hub: HubRuntime, { message, chat, events }: SentDigest): DigestResult {
    const at = this.#clock.now();
    const mail = mailOf(hub.organization.hub, hub.topics, message, chat, at);
    const results = events.flatMap((name) => {
      const key = this.#keyOf(hub, name);
      const found = this.#counted.get(key) ?? [];
      this.#counted.delete(key);
      return found;
    });
    return { at, mail, told: whoIsTold(mail).anybody, events: results };
  }

  #tellUntold(): void {
    if (!this.#digests || this.#counted.size === 0) return;
    const fault = this.#hubs.map(({ digestFault }) => digestFault).find((one) => one !== undefined);
    const why = fault ?? 'the digester ran, and sent no digest of them';
    this.#tell({ kind: 'untold', results: [...this.#counted.values()].flat(), why });
  }

  #nextMessageAt(): number | undefined {
    return earliest(this.#hubs.map(({ nextMessageAt }) => nextMessageAt));
  }

  /** After the last event, only while something is left to be told. */
  #nextRoundAt(arrival: number | undefined): number | undefined {
    if (!this.#digests) return undefined;
    const wanted = arrival !== undefined || this.#queued.size > 0 || this.#counted.size > 0;
    return wanted ? earliest(this.#hubs.map(({ nextRoundAt }) => nextRoundAt)) : undefined;
  }

  #keyOf(hub: HubRuntime, name: string): string {
    return `${this.#hubs.indexOf(hub)} ${name}`;
  }
}

function earliest(times: readonly (number | undefined)[]): number | undefined {
  const known = times.filter((time) => time !== undefined);
  return known.length === 0 ? undefined : Math.min(...known);
}
