import * as z from 'zod/mini';
import { optionalText, orAbsent } from './wire.ts';

/**
 * The envelope in which EventBridge delivers an event.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/ref/events-structure.html
 */
export const EventEnvelopeSchema = z.looseObject({
  id: z.string(),
  source: z.string(),
  'detail-type': z.string(),
  /** The originating account, also after forwarding to another bus. */
  account: z.string(),
  region: z.string(),
  /** UTC, ISO 8601. */
  time: z.string(),
  version: optionalText,
  resources: orAbsent(z.array(z.unknown())),
  /** Present when an archive sends the event again. */
  'replay-name': optionalText,
  detail: z.record(z.string(), z.unknown()),
});
export type EventEnvelope = z.infer<typeof EventEnvelopeSchema>;
