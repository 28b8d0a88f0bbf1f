import * as z from 'zod/mini';

/**
 * What CloudTrail is not consistent about. An optional field of an unexpected type reads as absent:
 * it must never cost us the record that carries it.
 */
export function orAbsent<Schema extends z.ZodMiniType>(schema: Schema) {
  return z.catch(z.optional(schema), undefined);
}

export const optionalText = orAbsent(z.string());

/** A JSON object with any content; `null`, text and lists read as absent. */
export const optionalObject = orAbsent(
  // Not a record schema: that would copy every key of what may be large and is read by name only.
  z.custom<Readonly<Record<string, unknown>>>(
    (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
  ),
);

/** `true`, `"true"`, `"TRUE"` and their opposites: CloudTrail sends booleans both ways. */
export const optionalFlag = orAbsent(
  z.union([
    z.boolean(),
    z.pipe(
      z.string(),
      z.transform((text) => text.toLowerCase() === 'true'),
    ),
  ]),
);
