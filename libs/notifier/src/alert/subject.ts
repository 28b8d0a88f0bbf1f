import type { Activity } from '../activity/activity.ts';
import { shortTargetOf } from '../activity/target.ts';
import type { Finding } from '../detections/finding.ts';
import { ascii } from './text.ts';

/** SNS refuses subjects of 100 characters and more. */
const maxSubject = 99;
const minName = 6;
/** The payload of one part of a text message. */
const maxSms = 140;

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
  if (withTarget.length <= maxSubject) return withTarget;

  const roomForName = maxSubject - `${head}${title}:  (${account})`.length;
  if (name !== '' && roomForName >= Math.min(name.length, minName)) {
    return `${head}${title}: ${cut(name, roomForName)} (${account})`;
  }
  return `${head}${cut(title, maxSubject - `${head}: ${account}`.length)}: ${account}`;
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

/** The subject and, as far as they fit, where from and when, in one part of a text message. */
export function shortMessage(finding: Finding): string {
  const { sourceAddress, time } = finding.activity;
  const from = sourceAddress === undefined ? '' : ` from ${sourceAddress}`;
  return ascii(`${subjectLine(finding)}${from} ${time}`).slice(0, maxSms);
}
