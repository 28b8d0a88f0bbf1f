import { eventKeyOf } from '../contract/contract.ts';
import type { Finding } from '../detections/finding.ts';
import type { Route } from './route.ts';
import { sessionKeyOf } from './session-key.ts';
import { sessionRouter, type SessionRouter } from './session-router.ts';
import type { SessionPolicy } from './session-policy.ts';
import type { StateSnapshot, StateStore } from './state-store.ts';

/** What routing needs of the services. */
export interface Routing {
  readonly settings: { readonly policy: SessionPolicy };
  readonly state: StateStore;
  readonly now: () => number;
}

/**
 * Decides for each finding whether it alerts at once or is counted, and claims the session of each
 * that alerts. Where the state cannot be reached, everything alerts.
 *
 * @returns one route a finding, in the same order
 */
export async function routeFindings(
  findings: readonly Finding[],
  { now, settings, state }: Routing,
): Promise<readonly Route[]> {
  const snapshot = await readSnapshot(findings, state);
  const batch = {
    snapshot,
    // The same event may have come live and as a replay, which are two sessions.
    handled: new Map(snapshot?.handledEvents),
    state,
    policy: settings.policy,
    now: now(),
  };
  const routers = new Map<string, SessionRouter>();
  const routes = findings.map((finding) => {
    const sessionKey = sessionKeyOf(finding.activity);
    const route = routers.get(sessionKey) ?? sessionRouter(sessionKey, batch);
    routers.set(sessionKey, route);
    return route(finding);
  });
  return Promise.all(routes);
}

/** What is known about the events and their sessions; undefined when the state is unreachable. */
async function readSnapshot(
  findings: readonly Finding[],
  state: StateStore,
): Promise<StateSnapshot | undefined> {
  const activities = findings
    .filter(({ severity }) => severity !== 'info')
    .map(({ activity }) => activity);
  if (activities.length === 0) return { handledEvents: new Map(), sessions: new Map() };
  const distinct = (keys: readonly string[]) => [...new Set(keys)];
  return await state
    .read(distinct(activities.map(eventKeyOf)), distinct(activities.map(sessionKeyOf)))
    .catch(() => undefined);
}
