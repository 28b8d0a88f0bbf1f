import * as z from 'zod';
import type { $ZodIssue } from 'zod/v4/core';
import { closestMatch } from './closest-match.ts';
import { DeploymentConfigSchema } from './schema/config-schema.ts';
import type { FieldPath } from './problems/config-text.ts';
import { formatValue, valueAt, type Mistake } from './problems/problems.ts';
import { knownRegions } from './schema/regions.ts';

/** What zod found, in words: the messages in the schema say what is wanted. */
export function mistakesOfIssue(issue: $ZodIssue, raw: unknown): readonly Mistake[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => unknownKey(key, issue.path));
  }
  if (issue.code === 'invalid_key') {
    return issue.issues.map(({ message }) => ({
      path: issue.path,
      part: 'name',
      found: `the key ${formatValue(issue.path.at(-1))}`,
      wanted: message,
    }));
  }
  const value = valueAt(raw, issue.path);
  return [
    {
      path: issue.path,
      found: formatValue(value),
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

/** The keys that the schema knows in the object at a path. */
function knownKeys(path: FieldPath): readonly string[] {
  const inSchema = path.flatMap((key) =>
    typeof key === 'number' ? ['items'] : ['properties', String(key)],
  );
  const properties = valueAt(z.toJSONSchema(DeploymentConfigSchema, { io: 'input' }), [
    ...inSchema,
    'properties',
  ]);
  return typeof properties === 'object' && properties !== null
    ? Object.keys(properties).filter((key) => key !== '$schema')
    : [];
}
