import * as z from 'zod';

/** Severities that reach people, from the most severe down. */
export const alertSeverities = ['critical', 'high', 'medium', 'low'] as const;
export type Severity = (typeof alertSeverities)[number];

/** The protocols a topic can be subscribed with from here. */
export const protocols = ['email', 'email-json', 'sms', 'https', 'sqs'] as const;
export type Protocol = (typeof protocols)[number];

/** What an endpoint of each protocol looks like. */
export const endpointOf: Readonly<Record<Protocol, { pattern: RegExp; wanted: string }>> = {
  email: { pattern: /^[^\s@]+@[^\s@]+\.[^\s@]+$/, wanted: 'a mail address' },
  'email-json': { pattern: /^[^\s@]+@[^\s@]+\.[^\s@]+$/, wanted: 'a mail address' },
  sms: { pattern: /^\+[1-9]\d{6,14}$/, wanted: 'a phone number as +15555550100' },
  https: { pattern: /^https:\/\/[^\s/]+(\/\S*)?$/, wanted: 'an address that begins with https://' },
  sqs: { pattern: /^arn:aws[a-z-]*:sqs:[a-z0-9-]+:\d{12}:\S+$/, wanted: 'the ARN of an SQS queue' },
};

const common = {
  protocol: z
    .enum(protocols, { error: `one of ${protocols.map((name) => `"${name}"`).join(', ')}` })
    .describe('How SNS delivers. Mail and https endpoints must be confirmed once.'),
  endpoint: z
    .string('text: an address, a number or an ARN')
    .min(1, { error: 'an address, a number or an ARN' })
    .describe(
      'Where to: a mail address, a phone number as +15555550100, an https URL, a queue ARN.',
    ),
};

/** Somebody who is told about root activity. */
export const SubscriptionSchema = z.strictObject(
  {
    ...common,
    minimumSeverity: z
      .enum(alertSeverities, {
        error: `one of ${alertSeverities.map((name) => `"${name}"`).join(', ')}`,
      })
      .default('low')
      .describe('The least severe alert this subscriber receives.'),
  },
  'an object with "protocol" and "endpoint"',
);
export type Subscription = z.infer<typeof SubscriptionSchema>;

/** Somebody who is told when the monitor itself fails. */
export const OpsSubscriptionSchema = z.strictObject(
  common,
  'an object with "protocol" and "endpoint"',
);
export type OpsSubscription = z.infer<typeof OpsSubscriptionSchema>;

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
