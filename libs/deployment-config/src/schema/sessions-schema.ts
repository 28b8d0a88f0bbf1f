import * as z from 'zod';
import { alertSeverities } from './audience-schema.ts';

const minutes = (least: number, most: number) =>
  z
    .int('a whole number of minutes')
    .min(least, { error: `at least ${least} minutes` })
    .max(most, { error: `at most ${most} minutes` });

/** How alerts of one root session are gathered into digests. */
export const SessionsSchema = z
  .strictObject(
    {
      quietMinutes: minutes(1, 720)
        .default(15)
        .describe(
          'A root session without events for this long has ended; its digest is sent then.',
        ),
      digestMinutes: minutes(5, 1440)
        .default(60)
        .describe('While a session lasts, a digest of what was counted is sent this often.'),
      alertAtOnceFrom: z
        .enum(alertSeverities, {
          error: `one of ${alertSeverities.map((name) => `"${name}"`).join(', ')}`,
        })
        .default('low')
        .describe(
          'What opens a session alerts at once from this severity on; below, it is counted.',
        ),
    },
    'an object with "quietMinutes", "digestMinutes" and "alertAtOnceFrom"',
  )
  .describe('How alerts of one root session are gathered into digests.');
