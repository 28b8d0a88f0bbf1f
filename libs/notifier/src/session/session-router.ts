import { eventKeyOf } from '../contract/contract.ts';
import type { Finding } from '../detections/finding.ts';
import { moreSevere, type Severity } from '@root-activity-monitor/event-schema';
import { alertContextOf } from './alert-context.ts';
import { countedEvent } from './counted-event.ts';
import { withRefusals } from './refused-sign-ins.ts';
import type { Route } from './route.ts';
import type { SessionPolicy } from './session-policy.ts';
import type { EventStatus, Session, StateSnapshot, StateStore } from './state-store.ts';

/** What the sessions of a batch share. */
export interface Batch {
  /** Undefined when the state cannot be reached. */
  readonly snapshot: StateSnapshot | undefined;
  /** How far each event got, before this batch and in it. */
  readonly handled: Map<string, EventStatus>;
  readonly state: StateStore;
  readonly policy: SessionPolicy;
  readonly now: number;
}

/** Routes the findings of one session, one after the other, as the order counts. */
export type SessionRouter = (finding: Finding) => Promise<Route>;

/**
 * A session with an event within this part of its idle timeout is not written to, which saves a
 * write for each batch of a storm. The rest of the timeout is for the batch to be counted in.
 */
const freshPart = 1 / 30;

/**
 * The rules of one session: its first finding alerts, and any more severe than what it has alerted;
 * the rest is counted; an event that was handled before is only recorded.
 */
export function sessionRouter(
  sessionKey: string,
  { handled, now, policy, snapshot, state }: Batch,
): SessionRouter {
  let session = snapshot?.sessions.get(sessionKey);
  let alerts = 0;
  let last: Promise<unknown> = Promise.resolve();
  return (finding) => {
    const route = last.then(() => routeOf(finding));
    last = route;
    return route;
  };

  async function routeOf(finding: Finding): Promise<Route> {
    if (finding.severity === 'info') return { action: 'record', finding, duplicate: false };
    const eventKey = eventKeyOf(finding.activity);
    const status = handled.get(eventKey);
    if (isHandled(status, finding)) return { action: 'record', finding, duplicate: true };
    handled.set(eventKey, 'alerted');
    if (status === 'mailed') {
      return { action: 'alert', finding, sessionKey, eventKey, context: undefined, mailed: true };
    }
    if (snapshot === undefined) return alertRoute(finding, eventKey);
    // A duplicate alert is better than a lost one.
    return await claimOrCount(finding, eventKey).catch(() => alertRoute(finding, eventKey));
  }

  async function claimOrCount(found: Finding, eventKey: string): Promise<Route> {
    const refused = await withRefusals(found, live(), { sessionKey, eventKey, state, now });
    const { finding, joined } = refused;
    const known = joined ?? live();
    if (mustAlert(finding, known?.alertedSeverity)) {
      const claim = await state.claim(sessionKey, finding.severity, eventKey, now);
      session = claim.session;
      switch (claim.is) {
        case 'granted':
          return alertRoute(finding, eventKey, claim.session);
        case 'held':
          return { action: 'wait', finding };
        case 'covered':
          break;
      }
    } else {
      session = joined ?? fresh() ?? (await state.join(sessionKey, now));
    }
    return { action: 'count', finding, counted: countedEvent(finding, eventKey, session) };
  }

  /** The route of an alert; without its session where that is not known. */
  function alertRoute(finding: Finding, eventKey: string, claimed?: Session): Route {
    const { activity, severity } = finding;
    const context = activity.simulated
      ? undefined
      : claimed === undefined
        ? 'unknown'
        : alertContextOf(claimed, severity, policy, alerts);
    alerts += 1;
    if (claimed !== undefined) session = { ...claimed, alertedSeverity: severity };
    return { action: 'alert', finding, sessionKey, eventKey, context, mailed: false };
  }

  function live(): Session | undefined {
    const isOver =
      session === undefined ||
      now - session.lastEventAt >= policy.idleTimeout ||
      now - session.openedAt >= policy.maxDuration;
    return isOver ? undefined : session;
  }

  function fresh(): Session | undefined {
    const going = live();
    const isFresh = going !== undefined && now - going.lastEventAt < policy.idleTimeout * freshPart;
    return isFresh ? going : undefined;
  }

  /** Whether the session has alerted nothing as severe as this. */
  function mustAlert({ severity }: Finding, alerted: Severity | undefined): boolean {
    if (moreSevere(policy.alertAtOnceFrom, severity)) return false;
    return alerted === undefined || moreSevere(severity, alerted);
  }

  /**
   * Whether the event has been alerted or will appear in a digest. If it was counted in favour of
   * another worker's alert that never went out, it must alert after all.
   */
  function isHandled(status: EventStatus | undefined, finding: Finding): boolean {
    if (status !== 'counted') return status === 'alerted';
    const going = live();
    return going === undefined || !mustAlert(finding, going.alertedSeverity);
  }
}
