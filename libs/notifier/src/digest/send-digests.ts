import type { Services } from '../notify-batch.ts';
import type { Session } from '../session/state-store.ts';
import { digestAttributes, digestOf, type Digest } from './digest.ts';
import { digestBody, digestChat, digestSubject } from './digest-text.ts';

/** A digest could not be published; it is tried again at the next round. */
export class DigestNotPublishedError extends Error {
  override readonly name = 'DigestNotPublishedError';
}

/**
 * One round: sends the digests that are due and ends the sessions that went quiet. It may be
 * stopped anywhere and run again: a period is closed first, told of after events on their way into
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
    throw new AggregateError(errors, `${String(errors.length)} digests failed and are due again`);
  }
}

async function advance(session: Session, services: Services): Promise<void> {
  const { environment, state, now } = services;
  const { digestGrace, digestInterval, sessionQuiet, urgentDigest } = environment.windows;
  const { closing, key, lastDigestAt, lastEventAt, openedAt, shown } = session;
  if (closing !== undefined) {
    if (now() - closing.at < digestGrace) return;
    await send(key, closing.period, services);
    await state.digested(session);
    return;
  }
  const told = lastDigestAt ?? openedAt;
  const urgent = shown === 'critical' && lastDigestAt === undefined;
  const interval = urgent ? urgentDigest : digestInterval;
  // Told of all that was counted before it went quiet, and nothing can have been counted since.
  if (lastDigestAt !== undefined && lastDigestAt - lastEventAt >= sessionQuiet) {
    await state.end(session);
  } else if (now() - lastEventAt >= sessionQuiet || now() - told >= interval) {
    await state.closePeriod(session, now());
  }
}

async function send(sessionKey: string, period: number, services: Services): Promise<void> {
  const { environment, publishAll, state, log, now } = services;
  const digest = await digestOf(state.countedIn(sessionKey, period));
  if (digest === undefined) return;
  const subject = digestSubject(digest);
  const [failure] = await publishAll(environment.alertTopicArn, [
    {
      id: 'digest',
      subject,
      message: JSON.stringify({ default: digestBody(digest), sms: subject }),
      messageStructure: 'json',
      attributes: { ...digestAttributes(digest) },
    },
  ]);
  if (failure !== undefined) throw new DigestNotPublishedError(failure.reason);
  const chatFailure = await sendToChat(digest, services);
  log.digested(digest, chatFailure, now());
}

/** Chat gets it too; when it cannot, the mail is not sent twice for it: the failure is an alarm. */
async function sendToChat(
  digest: Digest,
  { environment, publishAll }: Services,
): Promise<string | undefined> {
  if (environment.chatTopicArn === undefined) return undefined;
  const [failure] = await publishAll(environment.chatTopicArn, [
    {
      id: 'digest',
      message: digestChat(digest),
      attributes: { ...digestAttributes(digest) },
    },
  ]);
  return failure?.reason;
}
