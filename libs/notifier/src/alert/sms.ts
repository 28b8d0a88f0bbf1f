import type { Finding } from '../detect.ts';
import { ascii, subjectLine } from './subject.ts';

/** The payload of one part of a text message. */
const onePart = 140;

/** The subject and, as far as they fit, where from and when, in one part of a text message. */
export function shortMessage(finding: Finding): string {
  const { sourceAddress, time } = finding.activity;
  const from = sourceAddress === undefined ? '' : ` from ${sourceAddress}`;
  return ascii(`${subjectLine(finding)}${from} ${time}`).slice(0, onePart);
}
