import * as z from 'zod';

/** The only retention times, in days, that CloudWatch Logs takes. */
const logRetentionDays = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288,
  3653,
] as const;

/** How long what the monitor stores is kept. */
export const RetentionSchema = z
  .strictObject(
    {
      logDays: z
        .literal(logRetentionDays, {
          error: `a number of days that CloudWatch Logs takes: ${logRetentionDays.join(', ')}`,
        })
        .default(365)
        .describe("Days that the notifier's logs are kept; they hold IDs and verdicts, no events."),
      archiveDays: z
        .int('a whole number of days')
        .min(1, { error: 'at least 1 day' })
        .max(3653, { error: 'at most 3653 days' })
        .default(90)
        .describe('Days that events are kept in the archive, from which they can be replayed.'),
      keepOnDestroy: z
        .boolean('true or false')
        .default(true)
        .describe(
          'Whether event bus, archive, state, logs and key stay when the hub is destroyed. Deploy after changing it, before destroying.',
        ),
    },
    'an object with "logDays" and "archiveDays"',
  )
  .describe('How long what the monitor stores is kept.');
