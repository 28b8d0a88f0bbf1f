import type { Severity } from '@root-activity-monitor/event-schema';
import { rankOf } from '../events/record.ts';
import type { Invocation, Journal } from '../journal/journal.ts';
import { sessionsIn, type Observed } from './observed.ts';
import type { Violation } from './violation.ts';

/** The most severe event of a session alerts; what else is counted is never more severe than that. */
export function worstIsAlerted(journal: Journal, told: Observed): readonly Violation[] {
  const sessions = new Set(journal.accepted.map(({ event }) => event.session));
  return [...sessions].flatMap((session) =>
    stretches(journal, told, session).flatMap(({ first, last }) => {
      const between = ({ number }: Invocation) => number >= first && number <= last;
      const own = (messageId: string) => told.byMessage.get(messageId)?.event.session === session;
      const counted = journal.invocations
        .filter(between)
        .flatMap((invocation) =>
          invocation.log.filter(
            ({ outcome, messageId }) => outcome === 'digested' && own(messageId),
          ),
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
function stretches({ invocations, sessionQuiet }: Journal, told: Observed, session: string) {
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
