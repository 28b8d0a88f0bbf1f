import { accountLabel } from '../activity/activity.ts';
import { ascii } from '../alert/subject.ts';
import type { Counts, Digest } from './digest.ts';

const longestSubject = 99;
const mostShown = 12;

/** `[DIGEST] 1234 more root events, up to high: 123456789012`, ASCII, at most 99 characters. */
export function digestSubject({ total, severity, accountId, simulated }: Digest): string {
  const head = `${simulated ? '[SIMULATION] ' : ''}[DIGEST]`;
  return ascii(`${head} ${events(total)}, up to ${severity}: ${accountId}`).slice(
    0,
    longestSubject,
  );
}

/** The digest as plain text for a mail client. */
export function digestBody(digest: Digest): string {
  const { total, failed, first, last } = digest;
  return [
    ...(digest.simulated ? ['This is a SIMULATION: nobody used root.', ''] : []),
    `A root session of account ${accountLabel(digest)} that you were alerted to went on: ${events(total)}, ${String(failed)} of them refused or failed, none more severe than what you were told.`,
    '',
    `First: ${readable(first)}`,
    `Last:  ${readable(last)}`,
    ...group('What it was', digest.detections),
    ...group('Calls', digest.calls),
    ...group('Services', digest.services),
    ...group('From', digest.sourceAddresses),
    ...group('Regions', digest.regions),
    '',
    'WHAT TO DO NOW',
    `1. If the session was expected: check that these calls are what it was for.`,
    '2. If not, or if you do not know: act on the alert that opened it, and take every call listed here as done by an intruder.',
    `3. See each call: CloudTrail, Event history, account ${digest.accountId}, from ${readable(first)} to ${readable(last)}.`,
    '',
    'Detection: root-session-digest',
    '',
  ].join('\n');
}

const events = (total: number) => `${String(total)} more root ${total === 1 ? 'event' : 'events'}`;

const readable = (time: string) => `${time.replace('T', ' ').replace('Z', '')} UTC`;

function group(title: string, counts: Counts): readonly string[] {
  const sorted = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const rest = sorted.slice(mostShown);
  const restTotal = rest.reduce((sum, [, count]) => sum + count, 0);
  return [
    '',
    title.toUpperCase(),
    ...sorted.slice(0, mostShown).map(([value, count]) => `${String(count).padStart(7)}  ${value}`),
    ...(rest.length > 0
      ? [`${String(restTotal).padStart(7)}  in ${String(rest.length)} others`]
      : []),
  ];
}
