import * as z from 'zod';

/**
 * Wire shapes that CloudTrail is not consistent about. An optional field of an unexpected type
 * reads as absent: it must never cost us the record that carries it.
 */
export const optionalText = z.string().optional().catch(undefined);

/** A JSON object with any content; `null`, text and lists read as absent. */
export const optionalObject = z.record(z.string(), z.unknown()).optional().catch(undefined);

/** `true`, `"true"`, `"TRUE"` and their opposites: CloudTrail sends booleans both ways. */
export const optionalFlag = z
  .union([z.boolean(), z.string().transform((text) => text.toLowerCase() === 'true')])
  .optional()
  .catch(undefined);
