import { sizeOfTextMessage } from '@root-activity-monitor/local-aws/sns';
import type { Mail } from '../trace/result.ts';
import { escapeForTerminal } from '@root-activity-monitor/command-line';
import type { Screen } from './screen.ts';
import { remark, wrapLine } from './wrap.ts';

/** The text message, to whom it goes, and how long it is. */
export function smsFrame(
  { deliveries, payload }: Mail,
  { columns, colors }: Screen,
): readonly string[] {
  const to = deliveries.filter(({ protocol, told }) => told && protocol === 'sms');
  const text = payload({ protocol: 'sms', raw: false });
  const { length, parts, alphabet } = sizeOfTextMessage(text);
  const shown = escapeForTerminal(text, { keepLines: true }).split('\n');
  const lines =
    columns === undefined ? shown : shown.flatMap((line) => wrapLine(line, columns - 2));
  const numbers = to.map(({ endpoint }) => escapeForTerminal(endpoint)).join(', ');
  return [
    ...(to.length === 0
      ? remark('(no phone number gets it; this is what one would get)', columns)
      : [`${colors.bold('To:')} ${numbers}`]),
    ...lines.map((line) => `┃ ${line}`),
    `${length} characters of ${alphabet}, ${parts} part${parts === 1 ? '' : 's'}`,
  ];
}
