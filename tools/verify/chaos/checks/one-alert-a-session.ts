import { rankOf } from '../events/record.ts';
import type { Invocation, Journal } from '../journal/journal.ts';
import { sessionsIn, type AlertMail, type Observed } from './observed.ts';
import type { Violation } from './violation.ts';

/** What the notifier may know too late about when a session was last heard of. */
const margin = 60_000;

/** No session is alerted twice at the same severity, unless something struck it in between. */
export function oneAlertASession(journal: Journal, told: Observed): readonly Violation[] {
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

/** Whether the session was surely never quiet between two alerts. */
function wentOn(
  { invocations }: Journal,
  told: Observed,
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
  told: Observed,
  first: AlertMail,
  second: AlertMail,
): boolean {
  // An invocation that was overtaken began earlier than its number in the order of mails says.
  const [from, to] = [first.mail.invocation, second.mail.invocation].toSorted((a, b) => a - b);
  const keys = new Set([first.key, second.key]);
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
            (fault.keys === undefined || fault.keys.some((key) => keys.has(key))),
        ),
    );
}
