import { alertOf, type Alert } from '../alert/alert.ts';
import type { Decision } from '../activity/read-batch.ts';
import type { Finding } from '../detect.ts';
import { moreSevere, type Severity } from '../severity.ts';
import type { CountedEvent } from './counted-event.ts';
import { alertContextOf } from './alert-context.ts';
import { eventKeyOf } from './event-key.ts';
import { sessionKeyOf } from './session-key.ts';
import type { KnownState, Progress, Session, StateStore } from './state-store.ts';
import { withRefusals } from './refused-sign-ins.ts';
import type { Windows } from './session-policy.ts';

/** A finding that people are told of at once. */
export interface AlertDelivery {
  readonly action: 'alert';
  readonly decision: Decision;
  readonly alert: Alert;
  readonly sessionKey: string;
  readonly eventKey: string;
  /** Whether the mail is out already and only the chat message is missing. */
  readonly mailed: boolean;
}

/** What is to be done about one decision. */
export type Delivery =
  | AlertDelivery
  | { readonly action: 'count'; readonly decision: Decision; readonly counted: CountedEvent }
  /** Somebody else is about to alert to the same event: this copy waits for what comes of it. */
  | { readonly action: 'wait'; readonly decision: Decision }
  | { readonly action: 'record'; readonly decision: Decision; readonly duplicate: boolean };

/**
 * A session heard of within this part of its quiet time needs no sign of life, which saves a write
 * for each batch of a storm. What is left of the quiet time is for the batch to be counted in.
 */
const freshPart = 1 / 30;

/**
 * Decides for each finding whether it alerts at once or is counted: the first of a session alerts,
 * and any more severe than what its session has shown; an event that was alerted or counted before
 * is only recorded. Where the state cannot be reached, everything alerts.
 */
export async function planDelivery(
  decisions: readonly Decision[],
  state: StateStore,
  windows: Windows,
  now: number,
): Promise<readonly Delivery[]> {
  const known = await readState(decisions, state);
  // The same event may have come live and as a replay, which are two sessions.
  const seen = new Map(known?.seen);
  // Sessions do not touch one another; within one, the order counts.
  const bySession = new Map<string, Decision[]>();
  for (const decision of decisions) {
    const sessionKey = sessionKeyOf(decision.finding.activity);
    bySession.set(sessionKey, [...(bySession.get(sessionKey) ?? []), decision]);
  }
  const planned = await Promise.all(
    [...bySession].map(([sessionKey, ofSession]) =>
      planSession(sessionKey, ofSession, known, seen, state, windows, now),
    ),
  );
  return planned.flat();
}

async function planSession(
  sessionKey: string,
  decisions: readonly Decision[],
  known: KnownState | undefined,
  seen: Map<string, Progress>,
  state: StateStore,
  windows: Windows,
  now: number,
): Promise<readonly Delivery[]> {
  let session = known?.sessions.get(sessionKey);
  let alerts = 0;
  const deliveries: Delivery[] = [];
  for (const decision of decisions) {
    const eventKey = eventKeyOf(decision.finding.activity);
    const progress = seen.get(eventKey);
    const silent = decision.finding.severity === 'info';
    if (silent || isTold(progress, decision.finding, session, windows, now)) {
      deliveries.push({ action: 'record', decision, duplicate: !silent });
      continue;
    }
    seen.set(eventKey, 'alerted');
    const toAlert = { action: 'alert', sessionKey, eventKey } as const;
    if (progress === 'mailed') {
      const alert = alertOf(decision.finding);
      deliveries.push({ ...toAlert, decision, alert, mailed: true });
      continue;
    }
    const place =
      known && (await placeOf(decision.finding, session, sessionKey, state, windows, now));
    session = place?.session ?? session;
    const finding = place?.finding ?? decision.finding;
    const placed = { ...decision, finding };
    if (place?.pending === true) deliveries.push({ action: 'wait', decision: placed });
    else if (place?.counted === true) {
      const counted = countedEvent(finding, eventKey, place.session);
      deliveries.push({ action: 'count', decision: placed, counted });
    } else {
      const context = finding.activity.simulated
        ? undefined
        : place
          ? alertContextOf(place.session, finding.severity, windows, alerts)
          : 'unknown';
      const alert = alertOf(finding, context);
      deliveries.push({ ...toAlert, decision: placed, alert, mailed: false });
      alerts += 1;
    }
  }
  return deliveries;
}

async function readState(
  decisions: readonly Decision[],
  state: StateStore,
): Promise<KnownState | undefined> {
  const activities = decisions
    .filter(({ finding }) => finding.severity !== 'info')
    .map(({ finding }) => finding.activity);
  if (activities.length === 0) return { seen: new Map(), sessions: new Map() };
  const distinct = (keys: readonly string[]) => [...new Set(keys)];
  return await state
    .read(distinct(activities.map(eventKeyOf)), distinct(activities.map(sessionKeyOf)))
    .catch(() => undefined);
}

/** Whether the finding must be told at once: its session has shown nothing as severe. */
function isOwed({ severity }: Finding, shown: Severity | undefined, { alertAtOnceFrom }: Windows) {
  return !moreSevere(alertAtOnceFrom, severity) && (!shown || moreSevere(severity, shown));
}

const isLive = (session: Session | undefined, windows: Windows, now: number) =>
  session !== undefined &&
  now - session.lastEventAt < windows.sessionQuiet &&
  now - session.openedAt < windows.longestSession;

/**
 * Whether people know of the event already, or will by a digest. One that was counted because
 * somebody else was about to alert is owed again when that alert never came.
 */
function isTold(
  progress: Progress | undefined,
  finding: Finding,
  session: Session | undefined,
  windows: Windows,
  now: number,
): boolean {
  if (progress !== 'counted') return progress === 'alerted';
  return !(isLive(session, windows, now) && isOwed(finding, session?.shown, windows));
}

/**
 * The session as it is after a finding, whether the finding is counted in it or must wait, and the
 * finding in the light of the session.
 */
interface Place {
  readonly finding: Finding;
  readonly counted: boolean;
  readonly pending: boolean;
  readonly session: Session;
}

async function placeOf(
  found: Finding,
  known: Session | undefined,
  sessionKey: string,
  state: StateStore,
  windows: Windows,
  now: number,
): Promise<Place | undefined> {
  try {
    const eventKey = eventKeyOf(found.activity);
    const live = isLive(known, windows, now) ? known : undefined;
    const { finding, joined } = await withRefusals(found, live, {
      sessionKey,
      eventKey,
      state,
      now,
    });
    const shown = joined?.shown ?? live?.shown;
    if (isOwed(finding, shown, windows)) {
      const { severity } = finding;
      const { granted, pending, session } = await state.claim(sessionKey, severity, eventKey, now);
      return granted
        ? { finding, counted: false, pending, session: { ...session, shown: severity } }
        : { finding, counted: true, pending, session };
    }
    const fresh =
      live !== undefined && now - live.lastEventAt < windows.sessionQuiet * freshPart
        ? live
        : undefined;
    const session = joined ?? fresh ?? (await state.join(sessionKey, now));
    return { finding, counted: true, pending: false, session };
  } catch {
    return undefined;
  }
}

function countedEvent(
  { activity, detection, severity }: Finding,
  eventKey: string,
  session: Session,
): CountedEvent {
  return {
    eventKey,
    sessionKey: session.key,
    period: session.period,
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
