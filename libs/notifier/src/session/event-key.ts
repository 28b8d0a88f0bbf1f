import type { Activity } from '../activity/activity.ts';

/**
 * What makes two deliveries the same event: CloudTrail's `eventID` and the account that recorded
 * it. The envelope's own ID changes when an event is sent again.
 *
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html
 */
export function eventKeyOf({ recordedIn, eventId, simulated }: Activity): string {
  return `${simulated ? 'simulation' : 'event'}#${recordedIn}#${eventId}`;
}
