import { createHash } from 'node:crypto';

/** A number from 0 up to 1 that depends on nothing but these parts. */
export function chanceOf(...parts: readonly (string | number)[]): number {
  const digest = createHash('sha256').update(parts.join('\u0000')).digest();
  return digest.readUIntBE(0, 6) / 2 ** 48;
}

/** Draws numbers in a fixed order from a seed. */
export class Random {
  readonly #seed: string;
  #drawn = 0;

  constructor(seed: string) {
    this.#seed = seed;
  }

  /** From 0 up to 1. */
  next(): number {
    this.#drawn += 1;
    return chanceOf(this.#seed, this.#drawn);
  }

  /** From `low` up to `high`. */
  between(low: number, high: number): number {
    return low + this.next() * (high - low);
  }

  /** A whole number from `low` to `high`, both possible. */
  whole(low: number, high: number): number {
    return Math.floor(this.between(low, high + 1));
  }

  holds(chance: number): boolean {
    return this.next() < chance;
  }

  pick<T>(values: readonly [T, ...T[]]): T {
    return values[this.whole(0, values.length - 1)] ?? values[0];
  }

  shuffled<T>(values: readonly T[]): readonly T[] {
    return values
      .map((value) => ({ value, at: this.next() }))
      .sort((a, b) => a.at - b.at)
      .map(({ value }) => value);
  }
}
