/**
 * Lets one request at a time go on, so that the order in which requests of several senders take
 * effect is the one that was drawn. The next one goes when every sender waits or has ended.
 */
export class Turns {
  readonly #picks: Iterator<number>;
  readonly #busy = new Set<string>();
  readonly #waiting: { readonly sender: string; readonly go: () => void }[] = [];

  /** @param picks which of those that wait goes next; the first, when there are no more picks */
  constructor(senders: readonly string[], picks: readonly number[]) {
    this.#picks = picks.values();
    for (const sender of senders) this.#busy.add(sender);
  }

  /** Resolves when it is the sender's turn. */
  async take(sender: string): Promise<void> {
    await new Promise<void>((go) => {
      this.#waiting.push({ sender, go });
      this.#busy.delete(sender);
      this.#next();
    });
  }

  /** The sender will send no more. */
  end(sender: string): void {
    this.#busy.delete(sender);
    this.#next();
  }

  #next(): void {
    if (this.#busy.size > 0 || this.#waiting.length === 0) return;
    this.#waiting.sort((a, b) => (a.sender < b.sender ? -1 : 1));
    const pick = Number(this.#picks.next().value ?? 0) % this.#waiting.length;
    const [chosen] = this.#waiting.splice(pick, 1);
    if (chosen === undefined) return;
    this.#busy.add(chosen.sender);
    chosen.go();
  }
}
