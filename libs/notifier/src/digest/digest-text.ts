import { accountLabel } from '../activity/activity.ts';
import { chatNotification } from '../alert/chat.ts';
import { plain } from '../alert/chat-text.ts';
import type { Notification } from '../alert/notification.ts';
import { ascii, readableTime } from '../alert/text.ts';
import { digestDetection } from '../contract/contract.ts';
import { sessionCredentials } from '../session/session-key.ts';
import type { Counts, Digest, NotableCall } from './digest.ts';

const maxSubject = 99;
/** Lines of a group in a mail; the rest is one line. */
const maxLines = 12;

/** The digest, in every format; its attributes are like an alert's, so that the same filters work. */
export function formatDigest(digest: Digest): Notification {
  const [region] = digest.counts.regions.keys();
  const subject = digestSubject(digest);
  return {
    subject,
    mail: digestBody(digest),
    sms: subject,
    chat: digestChat(digest),
    attributes: {
      severity: digest.worst.severity,
      detection: digestDetection,
      accountId: digest.worst.accountId,
      region: digest.counts.regions.size === 1 && region !== undefined ? region : 'several',
      simulated: digest.worst.simulated ? 'true' : 'false',
      events: `${digest.total}`,
    },
  };
}

/**
 * `[DIGEST] [HIGH] 12 more root events, root-write: payments-prod (123456789012)`, ASCII, at most 99
 * characters; the name gives way when they do not suffice.
 */
function digestSubject(digest: Digest): string {
  const { accountId, detection, severity, simulated } = digest.worst;
  const head = `${simulated ? '[SIMULATION] ' : ''}[DIGEST] [${severity.toUpperCase()}]`;
  const subject = `${head} ${events(digest.total)}, ${detection}: `;
  const named = ascii(`${subject}${accountLabel(digest.worst)}`);
  return named.length <= maxSubject ? named : ascii(`${subject}${accountId}`).slice(0, maxSubject);
}

/** The digest as plain text for a mail client. */
function digestBody(digest: Digest): string {
  const { first, last } = digest;
  return [
    ...(digest.worst.simulated ? ['This is a SIMULATION: nobody used root.', ''] : []),
    summary(digest),
    '',
    `Credentials: ${sessionCredentials(digest.worst.sessionKey)}`,
    `First:       ${readable(first)}`,
    `Last:        ${readable(last)}`,
    ...(isReplay(digest) ? ['These events were sent again from the archive.'] : []),
    ...notableLines(digest.notable),
    ...group('What it was', digest.counts.detections),
    ...group('All calls', digest.counts.calls),
    ...group('Services', digest.counts.services),
    ...group('From', digest.counts.sourceAddresses),
    ...group('Regions', digest.counts.regions),
    ...(digest.counts.accounts.size > 1 ? group('Accounts', digest.counts.accounts) : []),
    '',
    'WHAT TO DO NOW',
    ...steps(digest).map((step, index) => `${index + 1}. ${step}`),
    '',
    `Detection: ${digestDetection}`,
    '',
  ].join('\n');
}

/** The digest for a chat. */
function digestChat(digest: Digest): string {
  const description = [
    summary(digest),
    ...digest.notable.slice(0, maxLines).map(notableLine),
    `First: ${readable(digest.first)}, last: ${readable(digest.last)}`,
    `Credentials: ${sessionCredentials(digest.worst.sessionKey)}`,
    `From: ${inOneLine(digest.counts.sourceAddresses)}`,
    `Regions: ${inOneLine(digest.counts.regions)}`,
    `All calls: ${inOneLine(digest.counts.calls)}`,
  ];
  return chatNotification({
    title: digestSubject(digest),
    description: description.map(plain),
    steps: steps(digest),
    severity: digest.worst.severity,
    detection: digestDetection,
    accountId: digest.worst.accountId,
  });
}

function summary(digest: Digest): string {
  const { counts, failed, total, worst } = digest;
  const where =
    counts.accounts.size > 1
      ? `${counts.accounts.size} accounts, ${accountLabel(worst)} among them`
      : `account ${accountLabel(worst)}`;
  return `In ${where}, ${events(total)} of one session ${total === 1 ? 'was' : 'were'} counted after its alert, ${failed} of them refused or failed; the most severe was ${worst.severity}.`;
}

function steps({ counts, first, last, worst }: Digest): readonly string[] {
  const account = counts.accounts.size > 1 ? 'the accounts above' : `account ${worst.accountId}`;
  if (/#(attempts|recovery|recovery-completed|wrong-mfa)$/.test(worst.sessionKey)) {
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

const isReplay = ({ worst }: Digest) => worst.sessionKey.startsWith('replay:');

const events = (total: number) => `${total} more root ${total === 1 ? 'event' : 'events'}`;

const readable = (time: string | undefined) =>
  time === undefined ? 'a time not recorded' : readableTime(time);

function notableLines(notable: readonly NotableCall[]): readonly string[] {
  if (notable.length === 0) return [];
  const rest = notable.length - maxLines;
  return [
    '',
    'MOST NOTABLE CALLS (changes and failures)',
    ...notable.slice(0, maxLines).map(notableLine),
    ...(rest > 0 ? [`         and ${rest} others`] : []),
  ];
}

function notableLine({ call, count, failed, first, severity, sourceAddress }: NotableCall): string {
  const from = sourceAddress === undefined ? '' : ` from ${sourceAddress}`;
  const refused = failed === 0 ? '' : `, ${failed} failed`;
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
  const rest = sorted.slice(maxLines);
  const restTotal = rest.reduce((sum, [, count]) => sum + count, 0);
  return [
    '',
    title.toUpperCase(),
    ...sorted.slice(0, maxLines).map(([value, count]) => `${String(count).padStart(7)}  ${value}`),
    ...(rest.length > 0 ? [`${String(restTotal).padStart(7)}  in ${rest.length} others`] : []),
  ];
}
