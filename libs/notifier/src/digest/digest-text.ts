import { accountLabel } from '../activity/activity.ts';
import { plain } from '../alert/chat.ts';
import { cutToBytes } from '../alert/cut.ts';
import { ascii } from '../alert/subject.ts';
import { sessionCredentials } from '../session/session-key.ts';
import type { Counts, Digest, NotableCall } from './digest.ts';

const longestSubject = 99;
const mostShown = 12;

/**
 * `[DIGEST] [HIGH] 12 more root events, root-write: payments-prod (123456789012)`, ASCII, at most 99
 * characters; the name gives way when they do not suffice.
 */
export function digestSubject(digest: Digest): string {
  const { total, severity, simulated, worst } = digest;
  const head = `${simulated ? '[SIMULATION] ' : ''}[DIGEST] [${severity.toUpperCase()}]`;
  const subject = `${head} ${events(total)}, ${worst}: `;
  const named = ascii(`${subject}${accountLabel(digest)}`);
  return named.length <= longestSubject
    ? named
    : ascii(`${subject}${digest.accountId}`).slice(0, longestSubject);
}

/** The digest as plain text for a mail client. */
export function digestBody(digest: Digest): string {
  const { first, last } = digest;
  return [
    ...(digest.simulated ? ['This is a SIMULATION: nobody used root.', ''] : []),
    summary(digest),
    '',
    `Credentials: ${sessionCredentials(digest.sessionKey)}`,
    `First:       ${readable(first)}`,
    `Last:        ${readable(last)}`,
    ...(isReplay(digest) ? ['These events were sent again from the archive.'] : []),
    ...notableLines(digest.notable),
    ...group('What it was', digest.detections),
    ...group('All calls', digest.calls),
    ...group('Services', digest.services),
    ...group('From', digest.sourceAddresses),
    ...group('Regions', digest.regions),
    ...(digest.accounts.size > 1 ? group('Accounts', digest.accounts) : []),
    '',
    'WHAT TO DO NOW',
    ...steps(digest).map((step, index) => `${String(index + 1)}. ${step}`),
    '',
    'Detection: root-session-digest',
    '',
  ].join('\n');
}

/** The digest as an Amazon Q Developer custom notification, as JSON. */
export function digestChat(digest: Digest): string {
  const notable = digest.notable.slice(0, mostShown).map(notableLine);
  const description = [
    summary(digest),
    ...notable,
    `First: ${readable(digest.first)}, last: ${readable(digest.last)}`,
    `Credentials: ${sessionCredentials(digest.sessionKey)}`,
    `From: ${inOneLine(digest.sourceAddresses)}`,
    `Regions: ${inOneLine(digest.regions)}`,
    `All calls: ${inOneLine(digest.calls)}`,
  ]
    .map(plain)
    .join('\n');
  return JSON.stringify({
    version: '1.0',
    source: 'custom',
    content: {
      textType: 'client-markdown',
      title: cutToBytes(plain(digestSubject(digest)), 250),
      description: cutToBytes(description, 8000),
      nextSteps: steps(digest).map((step) => cutToBytes(plain(step), 350)),
      keywords: ['root', digest.severity, 'root-session-digest'],
    },
    metadata: {
      threadId: `root-${digest.accountId}`,
      eventType: 'root-activity',
      enableCustomActions: false,
    },
  });
}

function summary(digest: Digest): string {
  const { accounts, failed, severity, total } = digest;
  const where =
    accounts.size > 1
      ? `${String(accounts.size)} accounts, ${accountLabel(digest)} among them`
      : `account ${accountLabel(digest)}`;
  return `In ${where}, ${events(total)} of one session ${total === 1 ? 'was' : 'were'} counted after its alert, ${String(failed)} of them refused or failed; the most severe was ${severity}.`;
}

function steps({ accountId, accounts, first, last, sessionKey }: Digest): readonly string[] {
  const account = accounts.size > 1 ? 'the accounts above' : `account ${accountId}`;
  if (/#(attempts|recovery|recovery-completed|wrong-mfa)$/.test(sessionKey)) {
    return [
      'Nobody was signed in for these events. Call the owner and ask whether this was them.',
      `Look for a sign-in or a password recovery of ${account} that succeeded since, and for an alert about one: whoever tries may have got in.`,
      `See each event: CloudTrail, Event history, ${account}, from ${readable(first)} to ${readable(last)}.`,
    ];
  }
  return [
    'If the session was expected: check that these calls, above all the most notable, are what it was for.',
    'If not, or if you do not know: act on the alert of this account and these credentials, and take every call listed here as done by an intruder.',
    `See each call: CloudTrail, Event history, ${account}, from ${readable(first)} to ${readable(last)}.`,
  ];
}

const isReplay = ({ sessionKey }: Digest) => sessionKey.startsWith('replay:');

const events = (total: number) => `${String(total)} more root ${total === 1 ? 'event' : 'events'}`;

const readable = (time: string | undefined) =>
  time === undefined ? 'a time not recorded' : `${time.replace('T', ' ').replace('Z', '')} UTC`;

function notableLines(notable: readonly NotableCall[]): readonly string[] {
  if (notable.length === 0) return [];
  const rest = notable.length - mostShown;
  return [
    '',
    'MOST NOTABLE CALLS (changes and failures)',
    ...notable.slice(0, mostShown).map(notableLine),
    ...(rest > 0 ? [`         and ${String(rest)} others`] : []),
  ];
}

function notableLine({ call, count, failed, first, severity, sourceAddress }: NotableCall): string {
  const from = sourceAddress === undefined ? '' : ` from ${sourceAddress}`;
  const refused = failed === 0 ? '' : `, ${String(failed)} failed`;
  return `${String(count).padStart(7)}  ${severity.toUpperCase()} ${call}${refused}, first ${readable(first)}${from}`;
}

/** `17 iam ListUsers, 3 s3 ListBuckets, 4 in 2 others`, the most frequent first. */
function inOneLine(counts: Counts): string {
  return group('', counts)
    .slice(2)
    .map((line) => line.trim().replace(/ +/, ' '))
    .join(', ');
}

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
