/** The clock of everything that happens in AWS: it jumps ahead instead of waiting. */
export class VirtualClock {
  #now: number;

  /** @param now where it begins, in milliseconds since 1970 */
  constructor(now: number = Date.now()) {
    this.#now = now;
  }

  /** Milliseconds since 1970. */
  now(): number {
    return this.#now;
  }

  /** Jumps to `time`, when that lies ahead. */
  advanceTo(time: number): void {
    this.#now = Math.max(this.#now, time);
  }

  /** Begins anew at `time`, which may lie in the past: for a time line of its own. */
  startAt(time: number): void {
    this.#now = time;
  }
}
