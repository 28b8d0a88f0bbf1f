import type { Activity } from '../activity/activity.ts';

/** What a reader must know before anything else. */
export function simulationNotes({ simulated }: Activity): readonly string[] {
  return simulated
    ? ['This is a SIMULATION: nobody used root. It only proves that this message arrives.']
    : [];
}

/** What a reader must know about the message before acting on it. */
export function deliveryNotes(activity: Activity): readonly string[] {
  const notes: string[] = [];
  if (activity.replay !== undefined) {
    notes.push(
      `This event was sent again from the archive (replay "${activity.replay}"). You may have been told about it before: compare the event ID.`,
    );
  }
  if (activity.addendum !== undefined) {
    notes.push(
      `CloudTrail delivered this record late or corrected it (${activity.addendum}). Go by the time below.`,
    );
  }
  return notes;
}
