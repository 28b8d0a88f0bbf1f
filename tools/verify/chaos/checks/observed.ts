import type { Accepted, Invocation, Journal, Mail } from '../journal/journal.ts';
import { alertedEvent } from '../journal/message-subject.ts';
import { severities, type Severity } from '@root-activity-monitor/event-schema';

export interface AlertMail {
  readonly mail: Mail;
  readonly key: string;
  readonly severity: Severity;
  readonly session: string;
}

/** Where each event ended up. */
export interface Observed {
  readonly alerts: readonly AlertMail[];
  readonly digests: readonly Mail[];
  readonly alerted: ReadonlySet<string>;
  readonly digested: ReadonlySet<string>;
  readonly parked: ReadonlySet<string>;
  readonly recorded: ReadonlySet<string>;
  readonly byMessage: ReadonlyMap<string, Accepted>;
}

/** A message attribute, empty where there is none. */
export const attribute = ({ entry }: Mail, name: string) =>
  entry.attributes.get(name)?.stringValue ?? '';

/** Reads from the mails that SNS took, from the dead-letter queue and from the log what became of events. */
export function observe(journal: Journal): Observed {
  const { accepted, alertTopicArn, invocations, mails, parked } = journal;
  const byMessage = new Map(accepted.map((one) => [one.messageId, one]));
  const byKey = new Map(accepted.map((one) => [one.key, one]));
  const toPeople = mails.filter(({ topicArn }) => topicArn === alertTopicArn);
  const alerts = toPeople.flatMap((mail) => {
    const one = byKey.get(alertedEvent(mail.entry) ?? '');
    const severity = severities.find((name) => name === attribute(mail, 'severity'));
    if (one === undefined || severity === undefined) return [];
    // The same event may have come live and as a replay: the invocation's batch says which.
    const batch = invocations[mail.invocation - 1]?.messages ?? [];
    const same = batch
      .map(({ messageId }) => byMessage.get(messageId))
      .find((m) => m?.key === one.key);
    return [{ mail, key: one.key, severity, session: (same ?? one).event.session }];
  });
  const digests = toPeople.filter(({ entry }) => alertedEvent(entry) === undefined);
  const keyOf = (messageId: string) => byMessage.get(messageId)?.key ?? '';
  const recorded = invocations.flatMap(({ log }) =>
    log.filter(({ outcome, duplicate }) => outcome === 'recorded' && !duplicate),
  );
  return {
    alerts,
    digests,
    byMessage,
    alerted: new Set(alerts.map(({ key }) => key)),
    digested: new Set(digests.flatMap(({ period }) => period?.keys ?? [])),
    parked: new Set(parked.map(({ messageId }) => keyOf(messageId))),
    recorded: new Set(recorded.map(({ messageId }) => keyOf(messageId))),
  };
}

/** The root sessions of an invocation's batch. */
export const sessionsIn = ({ messages }: Invocation, { byMessage }: Observed) =>
  messages.map(({ messageId }) => byMessage.get(messageId)?.event.session);
