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
