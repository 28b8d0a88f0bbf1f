import type { EventEnvelope } from '@root-activity-monitor/event-schema';

/** Calls that AWS classes as writes although they are named like reads. */
const writesNamedLikeReads = new Set(['GetFederationToken', 'GetSessionToken']);

/**
 * Whether an event is a read-only management event, which a rule in state `ENABLED` does not see.
 * CloudTrail says so in `readOnly`; records from before that field are told by their name.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-service-event-cloudtrail-management.html
 */
export function isReadOnlyManagementEvent(event: EventEnvelope): boolean {
  const { source, detail } = event;
  if (!source.startsWith('aws.') || !event['detail-type'].endsWith(' via CloudTrail')) return false;
  const { readOnly, managementEvent, eventCategory, eventName } = detail;
  if (isFlag(managementEvent, false) || eventCategory === 'Data') return false;
  if (readOnly !== undefined) return isFlag(readOnly, true);
  if (typeof eventName !== 'string' || writesNamedLikeReads.has(eventName)) return false;
  return /^(?:Get|List|Describe)/.test(eventName);
}

/** CloudTrail writes booleans both as such and as text. */
function isFlag(value: unknown, wanted: boolean): boolean {
  return value === wanted || String(value).toLowerCase() === String(wanted);
}
