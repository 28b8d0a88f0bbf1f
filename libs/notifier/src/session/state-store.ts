import type { Severity } from '../severity.ts';
import type { CountedEvent } from './counted-event.ts';

/** A root session that is going on. */
export interface Session {
  readonly key: string;
  /** The most severe finding that people were alerted to; undefined while nobody was. */
  readonly shown: Severity | undefined;
  /** Milliseconds since 1970, like every time here. */
  readonly openedAt: number;
  /** How many alerts of it were published so far. */
  readonly alerts: number;
  /** The sign-ins that were refused in it, as `time|event key`; only while nobody was told of guessing. */
  readonly refusals: readonly string[];
  readonly lastEventAt: number;
  /** When the period was closed whose digest was sent last. */
  readonly lastDigestAt: number | undefined;
  /** Events are counted in periods; each period ends in one digest. */
  readonly period: number;
  /** The event that somebody has claimed to alert to and did not yet confirm. */
  readonly claimedFor: string | undefined;
  /** A period that takes no more events and waits for its digest. */
  readonly closing: { readonly period: number; readonly at: number } | undefined;
}

/** How far an event got before; `mailed`: people were told by mail, but chat was not. */
export type Progress = 'alerted' | 'mailed' | 'counted';

/** Which of the events asked about are known, and the sessions asked about that are going on. */
export interface KnownState {
  readonly seen: ReadonlyMap<string, Progress>;
  readonly sessions: ReadonlyMap<string, Session>;
}

/** An event that people were alerted to. */
export interface AlertedEvent {
  readonly eventKey: string;
  readonly sessionKey: string;
  readonly severity: Severity;
  readonly progress: 'alerted' | 'mailed';
}

/** Whether the caller may alert, and the session as it is now. */
export interface Claim {
  readonly granted: boolean;
  /** Refused because somebody else is about to alert to the very same event. */
  readonly pending: boolean;
  readonly session: Session;
}

/**
 * What is remembered between invocations. Every method rejects when the state cannot be reached;
 * the caller then prefers a doubled alert to a lost one.
 */
export interface StateStore {
  read(eventKeys: readonly string[], sessionKeys: readonly string[]): Promise<KnownState>;
  /**
   * Asks for the right to alert in a session, which one caller at a time gets until it confirms or
   * releases it, or takes too long. Refused when the session has shown, or somebody is about to
   * show, a finding at least as severe. Opens the session where there is none; one that is quiet
   * counts as having shown nothing.
   */
  claim(sessionKey: string, severity: Severity, eventKey: string, now: number): Promise<Claim>;
  /** After the publish succeeded: how far the events got, and what their sessions have shown. */
  confirm(alerted: readonly AlertedEvent[], now: number): Promise<void>;
  /** After the publish failed: somebody else may alert. */
  release(sessionKey: string, severity: Severity): Promise<void>;
  /** Opens the session, or keeps it from going quiet; remembers a refused sign-in in it. */
  join(sessionKey: string, now: number, refusal?: string): Promise<Session>;
  /** Remembers events for their digest; returns the event keys that could not be written. */
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
