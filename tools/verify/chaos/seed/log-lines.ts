import * as z from 'zod';
import type { LogLine } from './journal.ts';

const DecidedSchema = z.looseObject({
  message: z.literal('event decided'),
  eventId: z.string(),
  messageId: z.string(),
  outcome: z.string(),
  severity: z.string(),
  duplicate: z.boolean().default(false),
});

/** What the notifier logged about its decisions. */
export function linesIn(log: readonly string[]): readonly LogLine[] {
  return log.flatMap((line) => {
    if (!line.includes('"event decided"')) return [];
    const { message, eventId, messageId, outcome, severity, duplicate } = DecidedSchema.parse(
      JSON.parse(line),
    );
    return [{ message, eventId, messageId, outcome, severity, duplicate }];
  });
}
