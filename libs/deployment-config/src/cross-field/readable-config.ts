import * as z from 'zod';
import { alertSeverities, protocols } from '../schema/audience-schema.ts';

const text = z.string().optional().catch(undefined);
const texts = z.array(z.string()).optional().catch(undefined);

const SubscriptionSchema = z
  .object({
    protocol: z.enum(protocols),
    endpoint: z.string(),
    minimumSeverity: z.enum(alertSeverities).default('low').catch('low'),
  })
  .optional()
  .catch(undefined);

/** Undefined where there is no list, so that "nobody" is told from "not readable". */
const AudienceSchema = z
  .object({ subscriptions: z.array(SubscriptionSchema).default([]) })
  .optional()
  .catch(undefined);

/** The configuration as far as it can be read, so that contradictions show beside other mistakes. */
export const ReadableConfigSchema = z.object({
  hubAccountId: text,
  managementAccountId: text,
  homeRegion: text,
  regions: texts,
  optInRegions: texts,
  organizationalUnits: texts,
  alerts: AudienceSchema,
  operations: AudienceSchema,
  chat: z.object({ slack: z.unknown(), teams: z.unknown() }).partial().optional().catch(undefined),
  accountNames: z.record(z.string(), z.unknown()).optional().catch(undefined),
});
export type ReadableConfig = z.infer<typeof ReadableConfigSchema>;
export type ReadableSubscription = NonNullable<z.infer<typeof SubscriptionSchema>>;

/** Where people are named. */
export type AudienceField = 'alerts' | 'operations';
