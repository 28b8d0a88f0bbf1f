import * as z from 'zod';

/** The line that the notifier logs about each event. */
const DecisionSchema = z.looseObject({
  message: z.literal('event decided'),
  messageId: z.string(),
  eventId: z.string().optional().catch(undefined),
  // What waits for another invocation goes back to the queue as what failed does.
  outcome: z
    .enum(['alerted', 'digested', 'recorded', 'degraded', 'failed', 'waiting'])
    .transform((outcome) => (outcome === 'waiting' ? 'failed' : outcome)),
  failure: z.string().optional().catch(undefined),
  detection: z.string().optional().catch(undefined),
  severity: z.string().optional().catch(undefined),
  accountId: z.string().optional().catch(undefined),
  /** The account that recorded the event. */
  account: z.string().optional().catch(undefined),
  /** Whether it was told of before. */
  duplicate: z.boolean().optional().catch(undefined),
  region: z.string().optional().catch(undefined),
});
export type Decision = z.infer<typeof DecisionSchema>;

/** The decisions in what the notifier logged, in order, by the ID of the queue message. */
export function decisionsIn(log: readonly string[]): ReadonlyMap<string, Decision> {
  return new Map(
    log.flatMap((line) => {
      const parsed = DecisionSchema.safeParse(parse(line));
      return parsed.success ? [[parsed.data.messageId, parsed.data] as const] : [];
    }),
  );
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
