import type { EventEnvelope } from '@root-activity-monitor/event-schema';

const timeForm = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)$/;

/**
 * When an event happened, in milliseconds since 1970: as the record says, else as EventBridge wrote
 * it on the envelope; undefined when neither can be read.
 */
export function happenedAt({ detail, time }: EventEnvelope): number | undefined {
  return [detail['eventTime'], time]
    .map((text) => (typeof text === 'string' && timeForm.test(text) ? Date.parse(text) : NaN))
    .find((milliseconds) => Number.isFinite(milliseconds));
}
