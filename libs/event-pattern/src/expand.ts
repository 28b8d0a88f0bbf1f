import { describe, refuse } from './json/errors.ts';
import { isJsonArray, isJsonObject, joinPath, type JsonObject } from './json/json.ts';
import type { LeafTest } from './operators/leaf-test.ts';
import { parseTest } from './operators/parse-test.ts';
import { isReservedInOr } from './reserved-names.ts';

/** One field of the pattern: its tests, and their source text as an identity. */
export interface Field {
  readonly tests: readonly LeafTest[];
  readonly sources: readonly string[];
}

/** A way to fulfil the pattern: what each path must pass. `$or` makes several of them. */
export type Alternative = ReadonlyMap<string, Field>;

const maxAlternatives = 1000;
const maxDepth = 1000;

interface Place {
  readonly path: string | undefined;
  readonly depth: number;
  readonly insideOr: boolean;
}

/**
 * Multiplies `$or` out into alternatives. A path that is named twice keeps the later tests, as
 * EventBridge does: a branch of `$or` overrides what precedes it, and is overridden by what follows.
 */
export function expandPattern(pattern: JsonObject): readonly Alternative[] {
  return expandObject(pattern, { path: undefined, depth: 1, insideOr: false }, [new Map()]);
}

function expandObject(
  node: JsonObject,
  place: Place,
  before: readonly Alternative[],
): readonly Alternative[] {
  const at = place.path ?? '';
  const entries = Object.entries(node);
  if (entries.length === 0) refuse(at, 'an object with at least one field', 'an empty object');
  if (place.depth > maxDepth) refuse(at, `at most ${maxDepth} levels deep`, 'more');
  return entries.reduce((alternatives, [key, value]) => {
    if (key === '$or') return expandOr(value, place, alternatives);
    const path = joinPath(place.path, key);
    if (place.insideOr && isReservedInOr(key)) {
      refuse(path, 'a field name that is no operator, inside $or', `"${key}"`);
    }
    if (isJsonObject(value)) {
      return expandObject(value, { ...place, path, depth: place.depth + 1 }, alternatives);
    }
    const field = parseField(value, path);
    return alternatives.map((alternative) => new Map(alternative).set(path, field));
  }, before);
}

function expandOr(
  branches: unknown,
  place: Place,
  before: readonly Alternative[],
): readonly Alternative[] {
  const at = joinPath(place.path, '$or');
  if (!isJsonArray(branches) || branches.length < 2) {
    const found = isJsonArray(branches) ? `${branches.length} branches` : describe(branches);
    refuse(at, 'an array of at least two objects', found);
  }
  const after: Alternative[] = [];
  for (const [index, branch] of branches.entries()) {
    if (!isJsonObject(branch)) refuse(`${at}[${index}]`, 'an object', describe(branch));
    after.push(
      ...expandObject(branch, { ...place, depth: place.depth + 1, insideOr: true }, before),
    );
    if (after.length > maxAlternatives) {
      refuse(at, `at most ${maxAlternatives} combinations of $or branches`, 'more');
    }
  }
  return after;
}

function parseField(value: unknown, path: string): Field {
  if (!isJsonArray(value)) refuse(path, 'an array of values or an object', describe(value));
  if (value.length === 0) refuse(path, 'an array with at least one value', 'an empty array');
  return {
    tests: value.map((entry, index) => parseTest(entry, `${path}[${index}]`)),
    sources: value.map((entry) => JSON.stringify(entry)),
  };
}

/** The fields of an alternative in the order in which EventBridge compares them: by path. */
export function sortedFields(alternative: Alternative): readonly (readonly [string, Field])[] {
  return [...alternative].sort(([a], [b]) => (a < b ? -1 : 1));
}
