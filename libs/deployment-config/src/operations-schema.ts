import * as z from 'zod';
import { OpsSubscriptionSchema } from './subscription-schema.ts';

/** Who is told when the monitor itself fails, and about what. */
export const OperationsSchema = z
  .strictObject(
    {
      subscriptions: z.array(OpsSubscriptionSchema, 'a list of subscriptions').default([]),
      spokeAlarms: z
        .boolean('true or false')
        .default(true)
        .describe(
          'Whether every account and Region has an alarm on events it could not forward. Each costs about $0.10 a month.',
        ),
      encryptParkedEvents: z
        .boolean('true or false')
        .default(false)
        .describe(
          'Whether SQS encrypts events that an account could not forward. A page of AWS says that EventBridge cannot use such a queue: prove it first (docs/deployment.md, P6).',
        ),
    },
    'an object with "subscriptions"',
  )
  .describe('Who is told when the monitor itself fails: a person, by "email" or "https".');
