import type { Mail } from '../trace/result.ts';
import { escapeForTerminal } from '@root-activity-monitor/command-line';
import type { Screen } from './screen.ts';
import { widthOf, wrapLine } from './wrap.ts';

/** The mail as a mail client shows it; without side borders where there is no room or no terminal. */
export function mailFrame(mail: Mail, { columns, colors }: Screen): readonly string[] {
  const headers = [
    ['From', escapeForTerminal(mail.from)],
    ['To', escapeForTerminal(mail.to.join(', ') || '(no address is subscribed)')],
    ['Subject', escapeForTerminal(mail.subject)],
  ] as const;
  const boxed = columns !== undefined && columns >= 60;
  const inner = columns === undefined ? undefined : boxed ? columns - 4 : columns;
  const wrap = (line: string) => (inner === undefined ? [line] : wrapLine(line, inner));
  const head = headers.flatMap(([name, value]) => headerLines(name, value, inner, colors.bold));
  const body = escapeForTerminal(mail.body, { keepLines: true })
    .trimEnd()
    .split('\n')
    .flatMap(wrap);
  const rule = '─'.repeat(boxed ? columns - 2 : Math.min(columns ?? 72, 72));
  if (!boxed) return [rule, ...head.map(({ shown }) => shown), rule, ...body, rule];
  const side = (shown: string, width: number) =>
    `│ ${shown}${' '.repeat(Math.max(0, columns - 4 - width))} │`;
  return [
    `╭${rule}╮`,
    ...head.map(({ shown, width }) => side(shown, width)),
    `├${rule}┤`,
    ...body.map((line) => side(line, widthOf(line))),
    `╰${rule}╯`,
  ];
}

function headerLines(
  name: string,
  value: string,
  inner: number | undefined,
  bold: (text: string) => string,
): readonly { readonly shown: string; readonly width: number }[] {
  const label = `${name}:`.padEnd(9);
  const lines = inner === undefined ? [value] : wrapLine(value, inner - label.length);
  return lines.map((line, index) => ({
    shown: `${index === 0 ? label : ' '.repeat(label.length)}${name === 'Subject' ? bold(line) : line}`,
    width: label.length + widthOf(line),
  }));
}
