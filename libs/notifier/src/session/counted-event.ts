import * as z from 'zod/mini';
import { severities } from '../severity.ts';

/** An event that a digest will tell of, with what the digest says about it. All texts harmless. */
export const CountedEventSchema = z.object({
  eventKey: z.string(),
  sessionKey: z.string(),
  /** The period of the session whose digest tells of it. */
  period: z.number(),
  severity: z.enum(severities),
  detection: z.string(),
  service: z.string(),
  eventName: z.string(),
  accountId: z.string(),
  accountName: z.optional(z.string()),
  region: z.string(),
  sourceAddress: z.optional(z.string()),
  /** As CloudTrail wrote it: UTC, ISO 8601. */
  time: z.string(),
  failed: z.boolean(),
  readOnly: z.boolean(),
  simulated: z.boolean(),
});
export type CountedEvent = Readonly<z.infer<typeof CountedEventSchema>>;
