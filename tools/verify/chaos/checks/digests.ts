import type { Journal, Mail } from '../journal/journal.ts';
import { digestedEvents } from '../journal/message-subject.ts';
import { attribute, type Observed } from './observed.ts';
import type { Violation } from './violation.ts';

/**
 * Digests tell exactly what was counted. A digest is known by its period; one that was sent again
 * after a fault counts once.
 */
export function digestsAddUp(journal: Journal, { digests }: Observed): readonly Violation[] {
  const violations: Violation[] = [];
  const violate = (what: string, events: readonly string[]) =>
    violations.push({ promise: 'digests tell exactly what was counted', what, events });
  const byPeriod = new Map<string, Mail[]>();
  for (const mail of digests) {
    const { collection = 'no period', keys = [] } = mail.period ?? {};
    byPeriod.set(collection, [...(byPeriod.get(collection) ?? []), mail]);
    const total = digestedEvents(mail.entry);
    if (total !== keys.length) {
      violate(
        `the digest of ${collection} says ${String(total)}, the period has ${String(keys.length)}`,
        keys,
      );
    }
    const others = keys.filter(
      (key) => !key.includes(`#${attribute(mail, 'accountId')}#`) && !key.includes('#unknown#'),
    );
    if (others.length > 0) violate(`the digest of ${collection} tells of other accounts`, others);
  }
  for (const [key, collection] of journal.counted) {
    const told = byPeriod.get(collection)?.some(({ period }) => period?.keys.includes(key));
    if (told !== true) violate(`no digest of ${collection} tells of it`, [key]);
  }
  for (const [collection, sent] of byPeriod) {
    const [first, ...again] = sent;
    for (const mail of again) {
      if (!struckBetween(journal, first, mail))
        violate(`the digest of ${collection} came twice without a fault`, []);
    }
  }
  for (const [account, { told, counted }] of totals(byPeriod)) {
    if (told !== counted) {
      violate(
        `digests of ${account} tell of ${String(told)} events, ${String(counted)} were counted`,
        [],
      );
    }
  }
  return violations;
}

function struckBetween({ invocations }: Journal, first: Mail | undefined, again: Mail): boolean {
  // Of two at a time, the one that began first may be the one that sends last.
  const [from = 1, to] = [first?.invocation ?? 1, again.invocation].toSorted((a, b) => a - b);
  return invocations
    .slice(from - 1, to)
    .some(({ handler, faults }) => handler === 'digester' && faults.length > 0);
}

/** By account: the sum of what its digests say, and how many different events that are. */
function totals(byPeriod: ReadonlyMap<string, readonly Mail[]>) {
  const accounts = new Map<string, { told: number; keys: Set<string>; counted: number }>();
  for (const sent of byPeriod.values()) {
    const last = sent.at(-1);
    if (last === undefined) continue;
    const account = attribute(last, 'accountId');
    const sum = accounts.get(account) ?? { told: 0, keys: new Set(), counted: 0 };
    accounts.set(account, sum);
    sum.told += digestedEvents(last.entry) ?? 0;
    for (const key of last.period?.keys ?? []) sum.keys.add(key);
    sum.counted = sum.keys.size;
  }
  return accounts;
}
