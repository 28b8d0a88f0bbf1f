import { toChat, toMail } from '../alert/notification.ts';
import type { Services } from '../ports/services.ts';
import type { Session } from '../session/state-store.ts';
import { digestOf } from './digest.ts';
import { formatDigest } from './digest-text.ts';

/** A digest could not be published; it is tried again at the next round. */
export class DigestNotPublishedError extends Error {
  override readonly name = 'DigestNotPublishedError';
}

/**
 * One round: sends the digests that are due and ends the sessions that went quiet. It may be
 * stopped anywhere and run again: a period is closed first, sent after events on their way into
 * it have arrived, and forgotten only when its digest is out.
 *
 * @throws AggregateError after the round, when some sessions could not be dealt with
 */
export async function sendDigests(services: Services): Promise<void> {
  const errors: unknown[] = [];
  for (const session of await services.state.sessions()) {
    await advance(session, services).catch((error: unknown) => errors.push(error));
  }
  if (errors.length > 0) {
    throw new AggregateError(errors, `${errors.length} digests failed and are due again`);
  }
}

async function advance(session: Session, services: Services): Promise<void> {
  const { settings, state, now } = services;
  const { lateArrivalGrace, digestInterval, idleTimeout, urgentDigest } = settings.policy;
  const { alertedSeverity, closing, key, lastDigestAt, lastEventAt, openedAt } = session;
  if (closing !== undefined) {
    if (now() - closing.at < lateArrivalGrace) return;
    await send(key, closing.period, services);
    await state.digested(session);
    return;
  }
  const since = lastDigestAt ?? openedAt;
  const urgent = alertedSeverity === 'critical' && lastDigestAt === undefined;
  const interval = urgent ? urgentDigest : digestInterval;
  // Told of all that was counted before it went quiet, and nothing can have been counted since.
  if (lastDigestAt !== undefined && lastDigestAt - lastEventAt >= idleTimeout) {
    await state.end(session);
  } else if (now() - lastEventAt >= idleTimeout || now() - since >= interval) {
    await state.closePeriod(session, now());
  }
}

async function send(sessionKey: string, period: number, services: Services): Promise<void> {
  const { log, now, publish, settings, state } = services;
  const digest = await digestOf(state.countedIn(sessionKey, period));
  if (digest === undefined) return;
  const notification = formatDigest(digest);
  const [failure] = await publish(settings.alertTopicArn, [toMail(notification)]);
  if (failure !== undefined) throw new DigestNotPublishedError(failure);
  // When chat cannot get it too, the mail is not sent twice for it: the failure is an alarm.
  const [chatFailure] =
    settings.chatTopicArn === undefined
      ? []
      : await publish(settings.chatTopicArn, [toChat(notification)]);
  const { accountId, severity } = digest.worst;
  log.digested({ accountId, severity, events: digest.total, chatFailure }, now());
}
