import type { Journal } from '../journal/journal.ts';
import { attribute, type Observed } from './observed.ts';
import type { Violation } from './violation.ts';

/** A simulation says so in its subject, and nothing else does. That it hides nothing real, the other checks see. */
export function simulationsSaySo(_: Journal, { alerts, digests }: Observed): readonly Violation[] {
  return [...alerts.map(({ mail }) => mail), ...digests]
    .filter((mail) => {
      const marked = mail.entry.subject?.startsWith('[SIMULATION] ') === true;
      return marked !== (attribute(mail, 'simulated') === 'true');
    })
    .map((mail) => ({
      promise: 'a simulation says so, and nothing else does',
      what: `subject ${String(mail.entry.subject)}`,
      events: mail.period?.keys ?? [],
    }));
}
