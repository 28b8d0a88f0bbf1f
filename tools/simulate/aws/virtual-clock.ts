/** The clock of everything that waits in AWS: it jumps ahead instead of waiting. */
export class VirtualClock {
  #ahead = 0;

  /** Milliseconds since 1970. */
  now(): number {
    return Date.now() + this.#ahead;
  }

  /** Jumps to `time`, when that lies ahead. */
  advanceTo(time: number): void {
    this.#ahead += Math.max(0, time - this.now());
  }
}
