import { rankOf, type Severity } from '../events/record.ts';
import type { Invocation, Journal } from '../seed/journal.ts';
import type { AlertMail, Told } from './told.ts';
import type { Violation } from './violation.ts';

/** What the notifier may know too late about when a session was last heard of. */
const margin = 60_000;

/** No session is alerted twice at the same severity, unless something struck it in between. */
export function oneAlertASession(journal: Journal, told: Told): readonly Violation[] {
  const { invocations, sessionQuiet } = journal;
  return told.alerts.flatMap((alert, index) => {
    const before = told.alerts
      .slice(0, index)
      .find(
        (earlier) =>
          earlier.session === alert.session &&
          rankOf(earlier.severity) >= rankOf(alert.severity) &&
          wentOn(journal, told, earlier, alert, sessionQuiet - margin),
      );
    if (before === undefined || strikes(invocations, told, before, alert)) return [];
    return [
      {
        promise: 'no session is alerted twice at the same severity without a fault in between',
        what: `${alert.session} was alerted at ${before.severity} by invocation ${String(before.mail.invocation)} and at ${alert.severity} by ${String(alert.mail.invocation)}`,
        events: [before.key, alert.key],
      },
    ];
  });
}

const sessionsIn = ({ messages }: Invocation, { byMessage }: Told) =>
  messages.map(({ messageId }) => byMessage.get(messageId)?.event.session);

/** Whether the session was surely never quiet between two alerts. */
function wentOn(
  { invocations }: Journal,
  told: Told,
  first: AlertMail,
  second: AlertMail,
  quiet: number,
): boolean {
  const heard = invocations
    .slice(first.mail.invocation - 1, second.mail.invocation)
    .filter(({ log }) =>
      log.some(
        ({ messageId, outcome, duplicate }) =>
          ['alerted', 'degraded', 'digested'].includes(outcome) &&
          !duplicate &&
          told.byMessage.get(messageId)?.event.session === first.session,
      ),
    )
    .map(({ at }) => at);
  const times = [first.mail.at, ...heard, second.mail.at].toSorted((a, b) => a - b);
  return times.every((at, index) => at - (times[index - 1] ?? at) < quiet);
}

function strikes(
  invocations: readonly Invocation[],
  told: Told,
  first: AlertMail,
  second: AlertMail,
): boolean {
  // An invocation that was overtaken began earlier than its number in the order of mails says.
  const [from, to] = [first.mail.invocation, second.mail.invocation].toSorted((a, b) => a - b);
  const eventIds = new Set([first.key, second.key].map((key) => key.split('#').at(-1)));
  return invocations
    .filter(
      ({ number, handler }) =>
        handler === 'notifier' && number >= (from ?? 0) && number <= (to ?? 0),
    )
    .some(
      (invocation) =>
        sessionsIn(invocation, told).includes(first.session) &&
        invocation.faults.some(
          (fault) =>
            !fault.name.startsWith('two invocations') &&
            (fault.eventIds === undefined || fault.eventIds.some((id) => eventIds.has(id))),
        ),
    );
}

/** The most severe event of a session alerts; what else is counted is never more severe than that. */
export function worstIsAlerted(journal: Journal, told: Told): readonly Violation[] {
  const sessions = new Set(journal.accepted.map(({ event }) => event.session));
  return [...sessions].flatMap((session) =>
    stretches(journal, told, session).flatMap(({ first, last }) => {
      const between = ({ number }: Invocation) => number >= first && number <= last;
      const own = (messageId: string) => told.byMessage.get(messageId)?.event.session === session;
      const counted = journal.invocations
        .filter(between)
        .flatMap(({ log }) =>
          log.filter(({ outcome, messageId }) => outcome === 'digested' && own(messageId)),
        );
      const keyOf = (messageId: string) => told.byMessage.get(messageId)?.key ?? '';
      const onlyCounted = counted.filter(({ messageId }) => !told.alerted.has(keyOf(messageId)));
      const shown = [
        ...told.alerts
          .filter(
            (alert) =>
              alert.session === session &&
              alert.mail.invocation >= first &&
              alert.mail.invocation <= last,
          )
          .map(({ severity }) => rankOf(severity)),
        ...journal.parked
          .filter(({ messageId }) => own(messageId))
          .map(({ messageId }) => rankOf(told.byMessage.get(messageId)?.event.severity ?? 'info')),
      ];
      const hidden = onlyCounted.filter(({ severity }) => {
        const rank = rankOf(severityOf(severity));
        return (
          rank >= rankOf(severityOf(journal.alertAtOnceFrom)) && !shown.some((one) => one >= rank)
        );
      });
      if (hidden.length === 0) return [];
      return [
        {
          promise: 'what is more severe than its session has shown alerts at once',
          what: `${session}, invocations ${String(first)} to ${String(last)}: only counted, though nothing as severe was alerted`,
          events: hidden.map(({ messageId, severity }) => `${keyOf(messageId)} (${severity})`),
        },
      ];
    }),
  );
}

const severityOf = (text: string): Severity => {
  switch (text) {
    case 'low':
    case 'medium':
    case 'high':
    case 'critical':
      return text;
    default:
      return 'info';
  }
};

/** Invocations that saw a session, cut where it was surely quiet. */
function stretches({ invocations, sessionQuiet }: Journal, told: Told, session: string) {
  const seen = invocations.filter((invocation) => sessionsIn(invocation, told).includes(session));
  const cut: { first: number; last: number; at: number }[] = [];
  for (const { number, at } of seen) {
    const current = cut.at(-1);
    if (current === undefined || at - current.at >= sessionQuiet)
      cut.push({ first: number, last: number, at });
    else
      Object.assign(current, {
        last: Math.max(current.last, number),
        at: Math.max(current.at, at),
      });
  }
  return cut;
}
