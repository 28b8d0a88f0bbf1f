import type { LeafValue } from '../json/json.ts';

/** Passes when any value at the field's path passes. */
export interface ValueTest {
  readonly kind: 'value';
  matches(value: LeafValue): boolean;
  /** The wildcard texts it holds, for the limit on their complexity. */
  readonly wildcards: readonly string[];
}

/** Passes when there is no value at the field's path. */
export interface AbsenceTest {
  readonly kind: 'absence';
}

/** One entry of a pattern's array. */
export type LeafTest = ValueTest | AbsenceTest;

export function valueTest(
  matches: (value: LeafValue) => boolean,
  wildcards: readonly string[] = [],
): ValueTest {
  return { kind: 'value', matches, wildcards };
}

/** A test that only strings can pass. */
export function textTest(
  matches: (text: string) => boolean,
  wildcards: readonly string[] = [],
): ValueTest {
  return valueTest((value) => typeof value === 'string' && matches(value), wildcards);
}
