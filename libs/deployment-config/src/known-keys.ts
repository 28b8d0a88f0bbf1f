import { closest, distance } from 'fastest-levenshtein';
import * as z from 'zod';
import { DeploymentConfigSchema } from './config-schema.ts';
import type { FieldPath } from './field-path.ts';
import { valueAt } from './field-path.ts';

/** The keys that the schema knows in the object at a path. */
export function knownKeys(path: FieldPath): readonly string[] {
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

/** The word of a list that was probably meant; undefined when none is near. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  if (known.length === 0) return undefined;
  const candidate = closest(word, [...known]);
  return distance(word, candidate) <= Math.max(2, word.length / 2) ? candidate : undefined;
}
