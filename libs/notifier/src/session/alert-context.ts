import type { Severity } from '@root-activity-monitor/event-schema';
import type { Session } from './state-store.ts';
import type { SessionPolicy } from './session-policy.ts';

/** Where an alert stands in its session, and what comes next. */
export interface AlertContext {
  /** 1 for the first alert of the session. */
  readonly number: number;
  /** Milliseconds since 1970, UTC. */
  readonly openedAt: number;
  /** The next digest comes this many minutes after the session opened, or after the last digest. */
  readonly digestMinutes: number;
  /** Without further events, the digest comes so many minutes after the last one. */
  readonly quietMinutes: number;
  /** Whether what follows is one person's session, or more of the same from anybody. */
  readonly follows: 'session' | 'the like';
}

const minutes = (milliseconds: number) => Math.ceil(milliseconds / 60_000);

/** The context of an alert of this severity, given the session as it is before the alert is out. */
export function alertContextOf(
  session: Session,
  severity: Severity,
  policy: SessionPolicy,
  alertsOfThisBatch: number,
): AlertContext {
  const { digesterRate, lateArrivalGrace, digestInterval, idleTimeout, urgentDigest } = policy;
  const urgent = severity === 'critical' && session.lastDigestAt === undefined;
  // One round closes the period, the first one after the grace sends it.
  const wait =
    minutes(digesterRate) + minutes(Math.ceil(lateArrivalGrace / digesterRate) * digesterRate);
  return {
    number: session.alerts + alertsOfThisBatch + 1,
    openedAt: session.openedAt,
    digestMinutes: minutes(urgent ? urgentDigest : digestInterval) + wait,
    quietMinutes: minutes(idleTimeout) + wait,
    follows: /#(attempts|recovery(-completed)?|wrong-mfa|unreadable)$|#by:/.test(session.key)
      ? 'the like'
      : 'session',
  };
}
