import type { Severity } from '@root-activity-monitor/event-schema';

/** When sessions begin, alert and end. All times in milliseconds. */
export interface SessionPolicy {
  /** A session without events for this long has ended. */
  readonly idleTimeout: number;
  /** After this long a session counts as new: AWS ends root's own after 12 hours. */
  readonly maxDuration: number;
  /** The first digest of a session that has alerted a critical finding comes after this long. */
  readonly urgentDigest: number;
  /** A digest is sent at least this often while events are counted. */
  readonly digestInterval: number;
  /** A claim to alert that was not confirmed after this long is void. */
  readonly claimLifetime: number;
  /** The digester runs this often, as the hub schedules it. */
  readonly digesterRate: number;
  /** A closed period waits this long for events that were on their way into it. */
  readonly lateArrivalGrace: number;
  /** How long an event is remembered; longer than the archive can send it again. */
  readonly eventRetention: number;
  /** Findings below this severity never alert at once, not even when they open a session. */
  readonly alertAtOnceFrom: Severity;
}

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

export const defaultPolicy: SessionPolicy = {
  idleTimeout: 15 * minute,
  maxDuration: 12 * hour,
  urgentDigest: 5 * minute,
  digestInterval: hour,
  claimLifetime: 90 * second,
  digesterRate: 5 * minute,
  lateArrivalGrace: 2 * minute,
  eventRetention: 400 * 24 * hour,
  alertAtOnceFrom: 'low',
};
