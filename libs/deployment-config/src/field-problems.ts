import type { $ZodIssue } from 'zod/v4/core';
import { valueAt } from './field-path.ts';
import { closestMatch } from './closest-match.ts';
import { knownKeys } from './known-keys.ts';
import type { Mistake } from './mistake.ts';
import { knownRegions } from './regions.ts';
import { shown } from './shown-value.ts';

/** What zod found, in words: the messages in the schema say what is wanted. */
export function mistakesOfIssue(issue: $ZodIssue, raw: unknown): readonly Mistake[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => unknownKey(key, issue.path));
  }
  if (issue.code === 'invalid_key') {
    return issue.issues.map(({ message }) => ({
      path: issue.path,
      part: 'name',
      found: `the key ${shown(issue.path.at(-1))}`,
      wanted: message,
    }));
  }
  const value = valueAt(raw, issue.path);
  return [
    {
      path: issue.path,
      found: shown(value),
      wanted: issue.message + nearestRegion(value, issue.message),
    },
  ];
}

function unknownKey(key: string, path: readonly PropertyKey[]): Mistake {
  const known = knownKeys(path);
  const meant = closestMatch(key, known);
  return {
    path: [...path, key],
    part: 'name',
    found: 'an unknown field',
    wanted: meant ? `"${meant}"` : `one of ${known.join(', ')}`,
  };
}

function nearestRegion(value: unknown, wanted: string): string {
  if (typeof value !== 'string' || !wanted.startsWith('a Region')) return '';
  const region = closestMatch(value, knownRegions);
  return region ? `, such as "${region}"` : '';
}
