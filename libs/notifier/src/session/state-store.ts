import type { Severity } from '@root-activity-monitor/event-schema';
import type { CountedEvent } from './counted-event.ts';

/** A root session that is going on. */
export interface Session {
  readonly key: string;
  /** The most severe finding that was alerted; undefined while none was. */
  readonly alertedSeverity: Severity | undefined;
  /** Milliseconds since 1970, like every time here. */
  readonly openedAt: number;
  /** How many alerts of it were published so far. */
  readonly alerts: number;
  /** The sign-ins that were refused in it, as `time|event key`; only until guessing was alerted. */
  readonly refusals: readonly string[];
  readonly lastEventAt: number;
  /** When the period was closed whose digest was sent last. */
  readonly lastDigestAt: number | undefined;
  /** Events are counted in periods; each period ends in one digest. */
  readonly period: number;
  /** The event that somebody has claimed to alert to and did not yet confirm. */
  readonly claimedEvent: string | undefined;
  /** A period that takes no more events and waits for its digest. */
  readonly closing: { readonly period: number; readonly at: number } | undefined;
}

/** How far an event got before; `mailed`: the mail is out, the chat message is not. */
export type EventStatus = 'alerted' | 'mailed' | 'counted';

/** Which of the events asked about were handled, and which of the sessions asked about exist. */
export interface StateSnapshot {
  readonly handledEvents: ReadonlyMap<string, EventStatus>;
  readonly sessions: ReadonlyMap<string, Session>;
}

/** An event whose alert was published. */
export interface AlertedEvent {
  readonly eventKey: string;
  readonly sessionKey: string;
  readonly severity: Severity;
  readonly status: 'alerted' | 'mailed';
}

/**
 * What a caller who wants to alert was answered, and the session as it is now. `granted`: it may.
 * `held`: somebody else is about to alert on the very same event. `covered`: something at least as
 * severe was alerted in this session, or is about to be.
 */
export interface Claim {
  readonly is: 'granted' | 'held' | 'covered';
  readonly session: Session;
}

/**
 * What is remembered between invocations. Every method rejects when the state cannot be reached;
 * callers then prefer a duplicate alert to a lost one.
 */
export interface StateStore {
  read(eventKeys: readonly string[], sessionKeys: readonly string[]): Promise<StateSnapshot>;
  /**
   * Asks for the right to alert in a session, which one caller at a time gets until it confirms or
   * releases it, or takes too long. Opens the session where there is none; one that has been idle for
   * too long counts as having alerted nothing.
   */
  claim(sessionKey: string, severity: Severity, eventKey: string, now: number): Promise<Claim>;
  /** After the publish succeeded: how far the events got, and what their sessions have alerted. */
  confirm(alerted: readonly AlertedEvent[], now: number): Promise<void>;
  /** After the publish failed: somebody else may alert. */
  release(sessionKey: string, severity: Severity): Promise<void>;
  /** Opens the session, or keeps it from going quiet; records a refused sign-in in it. */
  join(sessionKey: string, now: number, refusal?: string): Promise<Session>;
  /** Keeps events for their digest; returns the event keys that could not be written. */
  count(events: readonly CountedEvent[], now: number): Promise<ReadonlySet<string>>;

  /** All sessions that are going on. */
  sessions(): Promise<readonly Session[]>;
  /** Ends the current period and begins the next; false when somebody else did. */
  closePeriod(session: Session, now: number): Promise<boolean>;
  /** The events of a period, page by page. */
  countedIn(sessionKey: string, period: number): AsyncIterable<readonly CountedEvent[]>;
  /** After the digest of the closing period was published, or there was nothing to tell. */
  digested(session: Session): Promise<void>;
  /** Ends a session, unless an event came meanwhile. */
  end(session: Session): Promise<void>;
}
