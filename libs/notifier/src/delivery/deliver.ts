import { formatAlert } from '../alert/alert.ts';
import { toChat, toMail, type Notification } from '../alert/notification.ts';
import type { OutgoingMessage, Result, Services } from '../ports/services.ts';
import type { AlertRoute, CountRoute, Route } from '../session/route.ts';

/** Why routes could not be delivered; without an entry, a route was. */
type Failures = ReadonlyMap<Route, string>;

/**
 * Does what was decided about each finding: writes what is counted, formats and publishes what
 * alerts, and records what SNS took. What could not be written or published is to be tried again.
 */
export async function deliver(
  routes: readonly Route[],
  services: Services,
): Promise<readonly Result[]> {
  const uncounted = await count(
    routes.filter((route) => route.action === 'count'),
    services,
  );
  const unpublished = await alert(
    routes.filter((route) => route.action === 'alert'),
    services,
  );
  const failures = new Map([...uncounted, ...unpublished]);
  return routes.map((route) => resultOf(route, failures.get(route)));
}

async function count(routes: readonly CountRoute[], { now, state }: Services): Promise<Failures> {
  if (routes.length === 0) return new Map();
  const events = routes.map(({ counted }) => counted);
  const unwritten = await state
    .count(events, now())
    .catch(() => new Set(events.map(({ eventKey }) => eventKey)));
  return new Map(
    routes
      .filter(({ counted }) => unwritten.has(counted.eventKey))
      .map((route) => [route, 'not counted']),
  );
}

/** An alert on its way to the topics. */
interface Sending {
  readonly route: AlertRoute;
  readonly notification: Notification;
  mailed: boolean;
  failure: string | undefined;
}

async function alert(routes: readonly AlertRoute[], services: Services): Promise<Failures> {
  if (routes.length === 0) return new Map();
  const { alertTopicArn, chatTopicArn } = services.settings;
  const sendings = routes.map((route): Sending => ({
    route,
    notification: formatAlert(route.finding, route.context),
    mailed: route.mailed,
    failure: undefined,
  }));
  const toPeople = sendings.filter(({ mailed }) => !mailed);
  await publish(toPeople, alertTopicArn, toMail, services);
  for (const sending of toPeople) sending.mailed = sending.failure === undefined;
  if (chatTopicArn !== undefined) {
    const mailed = sendings.filter((sending) => sending.mailed);
    await publish(mailed, chatTopicArn, toChat, services);
  }
  await confirmOrRelease(sendings, services);
  return new Map(
    sendings.flatMap(({ route, failure }) => (failure === undefined ? [] : [[route, failure]])),
  );
}

async function publish(
  sendings: readonly Sending[],
  topicArn: string,
  messageOf: (notification: Notification) => OutgoingMessage,
  services: Services,
): Promise<void> {
  const messages = sendings.map(({ notification }) => messageOf(notification));
  const failures = await services.publish(topicArn, messages);
  for (const [index, sending] of sendings.entries()) sending.failure = failures[index];
}

/** Only what was mailed is recorded, so that what was not is tried again, by anybody. */
async function confirmOrRelease(
  sendings: readonly Sending[],
  { now, state }: Services,
): Promise<void> {
  const alerted = sendings
    .filter(({ mailed }) => mailed)
    .map(({ failure, route: { eventKey, finding, sessionKey } }) => ({
      eventKey,
      sessionKey,
      severity: finding.severity,
      status: failure === undefined ? ('alerted' as const) : ('mailed' as const),
    }));
  const releases = sendings
    .filter(({ mailed }) => !mailed)
    .map(({ route: { finding, sessionKey } }) => state.release(sessionKey, finding.severity));
  // What is out is out, and what is not will be tried again: unrecorded, it may come twice.
  await Promise.allSettled([
    alerted.length > 0 ? state.confirm(alerted, now()) : undefined,
    ...releases,
  ]);
}

function resultOf(route: Route, failure: string | undefined): Result {
  const { finding } = route;
  const duplicate = route.action === 'record' && route.duplicate;
  const outcome = failure === undefined ? outcomeOf(route) : 'failed';
  return { finding, outcome, failure, duplicate };
}

function outcomeOf({ action, finding }: Route): Result['outcome'] {
  switch (action) {
    case 'record':
      return 'recorded';
    case 'count':
      return 'digested';
    case 'wait':
      return 'waiting';
    case 'alert':
      return finding.detection.id === 'unrecognized-root-event' ? 'degraded' : 'alerted';
  }
}
