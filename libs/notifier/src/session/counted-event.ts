import * as z from 'zod/mini';
import type { Finding } from '../detections/finding.ts';
import { severities } from '@root-activity-monitor/event-schema';

/** An event for a digest, with what the digest says about it. All texts are defanged. */
export const CountedEventSchema = z.object({
  eventKey: z.string(),
  sessionKey: z.string(),
  /** The period of the session whose digest counts it. */
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

/** What a digest keeps of a finding that is counted in this session. */
export function countedEvent(
  { activity, detection, severity }: Finding,
  eventKey: string,
  { key, period }: { readonly key: string; readonly period: number },
): CountedEvent {
  return {
    eventKey,
    sessionKey: key,
    period,
    severity,
    detection: detection.id,
    service: activity.service,
    eventName: activity.eventName,
    accountId: activity.accountId,
    accountName: activity.accountName,
    region: activity.region,
    sourceAddress: activity.sourceAddress,
    time: activity.time,
    failed: activity.failed,
    readOnly: activity.readOnly,
    simulated: activity.simulated,
  };
}
