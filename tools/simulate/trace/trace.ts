import type { stageNames } from '@root-activity-monitor/event-fixtures';

/** A stage of an event's way. */
export type StageName = (typeof stageNames)[number];

export interface Stage {
  readonly name: StageName;
  readonly passed: boolean;
  readonly reason: string;
  /** Real time that the stage took here, in milliseconds. What AWS would wait is not in it. */
  readonly ms: number;
}

export type StageListener = (stage: Stage) => void;

/** Writes down how far one event came. */
export class Trace {
  readonly #stages: Stage[] = [];
  readonly #listener: StageListener | undefined;
  #since = performance.now();

  constructor(listener?: StageListener) {
    this.#listener = listener;
  }

  get stages(): readonly Stage[] {
    return this.#stages;
  }

  /** The first stage that did not let the event pass. */
  get stoppedAt(): Stage | undefined {
    return this.#stages.find(({ passed }) => !passed);
  }

  /** @param ms how long it took; since the last stage when left out */
  pass(name: StageName, reason: string, ms?: number): void {
    this.#add(name, true, reason, ms);
  }

  stop(name: StageName, reason: string, ms?: number): void {
    this.#add(name, false, reason, ms);
  }

  #add(name: StageName, passed: boolean, reason: string, ms: number | undefined): void {
    const now = performance.now();
    const stage = { name, passed, reason, ms: Math.round((ms ?? now - this.#since) * 100) / 100 };
    this.#since = now;
    this.#stages.push(stage);
    this.#listener?.(stage);
  }
}
