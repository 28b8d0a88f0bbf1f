import type { Activity } from '../activity/activity.ts';
import { shortTargetOf } from '../activity/target.ts';
import type { Finding } from '../detect.ts';

/** SNS refuses subjects of 100 characters and more. */
const longestSubject = 99;
const shortestName = 6;

/** A letter without its accents: `Z\u00FCrich` reads as `Zurich`. */
const plainLetter = (letter: string) => letter.normalize('NFD').replace(/\p{M}+/gu, '');

/**
 * Printable ASCII only: letters lose their accents, everything else becomes "?".
 *
 * @see https://docs.aws.amazon.com/sns/latest/api/API_Publish.html
 */
export function ascii(text: string): string {
  return text.replace(/\p{L}\p{M}*/gu, plainLetter).replace(/[^\x20-\x7e]/gu, '?');
}

/**
 * `[CRITICAL] Root sign-in without MFA: payments-prod (123456789012)`, at most 99 characters of
 * printable ASCII. What was changed stands behind the title when all of it fits. What is too long
 * gives way in this order: the account's name, then the end of the title; severity and account ID
 * always stay.
 */
export function subjectLine({ activity, detection, severity }: Finding): string {
  const head = `${activity.simulated ? '[SIMULATION] ' : ''}[${severity.toUpperCase()}] `;
  const account = activity.accountId;
  const name = activity.accountName === undefined ? '' : ascii(activity.accountName);
  const label = name === '' ? account : `${name} (${account})`;
  const title = ascii(detection.title(activity));
  const withTarget = `${head}${titleWithTarget(activity, title)}: ${label}`;
  if (withTarget.length <= longestSubject) return withTarget;

  const roomForName = longestSubject - `${head}${title}:  (${account})`.length;
  if (name !== '' && roomForName >= Math.min(name.length, shortestName)) {
    return `${head}${title}: ${cut(name, roomForName)} (${account})`;
  }
  return `${head}${cut(title, longestSubject - `${head}: ${account}`.length)}: ${account}`;
}

/** `Root write: iam DeleteUser (user backup-2)`, unless the subject names it already. */
function titleWithTarget(activity: Activity, title: string): string {
  const target = ascii(shortTargetOf(activity) ?? '');
  const words = new Set([...title.split(/[\s():]+/), activity.accountId]);
  const isNamed = target.split(', ').some((part) => words.has(part.split(' ').at(-1) ?? part));
  return target === '' || isNamed ? title : `${title} (${target})`;
}

function cut(text: string, limit: number): string {
  return text.length <= limit ? text : `${text.slice(0, limit - 3).trimEnd()}...`;
}
