import { EventEnvelopeSchema } from '@root-activity-monitor/event-schema';
import * as z from 'zod';

/** The ways by which an event reaches a bus. `aws`: CloudTrail, on the account's default bus. */
const viaValues = [
  'aws',
  'put-events-default-bus',
  'put-events-central-bus',
  'outside-organization',
  'simulation',
  'replay',
] as const;

/** The stages of an event's way, in order; `stoppedAt` names the one that ends it. */
export const stageNames = [
  'default-bus',
  'forwarding-rule',
  'forwarding-role',
  'central-bus-policy',
  'central-bus',
  'notification-rule',
  'notification-queue',
  'notifier',
  'alert-topic',
  'mail',
] as const;

const judged = {
  forwarded: z.boolean(),
  /** ID of the detection, as design and fixture folders spell it. */
  detection: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  severity: z.enum(['info', 'low', 'medium', 'high', 'critical']),
};
const stopped = { forwarded: z.boolean(), stoppedAt: z.enum(stageNames) };

/**
 * What must become of an event. One that reaches the notifier has a verdict; one that does not has
 * the stage that stops it. `forwarded` says whether the forwarding rule takes it.
 */
export const ExpectationSchema = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('alerted'), ...judged }),
  z.strictObject({ outcome: z.literal('recorded'), ...judged }),
  z.strictObject({ outcome: z.literal('degraded'), ...judged }),
  z.strictObject({ outcome: z.literal('not-forwarded'), ...stopped }),
  z.strictObject({ outcome: z.literal('rejected'), ...stopped }),
]);
export type Expectation = z.infer<typeof ExpectationSchema>;

/** The contents of one file below `fixtures/`. */
export const FixtureFileSchema = z.strictObject({
  /** One sentence: what happened, and why it is a case of its own. */
  about: z.string().regex(/^\S.*\.$/, 'one sentence that ends with a full stop'),
  /** True on the one fixture of a folder that stands for it. */
  typical: z.literal(true).optional(),
  via: z.enum(viaValues).exclude(['aws']).optional(),
  expect: ExpectationSchema,
  envelope: EventEnvelopeSchema,
});

export type Via = (typeof viaValues)[number];
