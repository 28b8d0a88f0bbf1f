import type * as z from 'zod';
import { flagInfo } from './flags.ts';
import type { Command } from './command.ts';
import type { Flags } from './read-flags.ts';

/** Nx indents what it shows by two columns. */
const maxWidth = 78;
/** Longer names of flags push what is said of them to a line of its own. */
const maxNameWidth = 22;

/** What `--help` prints; no line is wider than 78 columns unless a word is. */
export function helpText<Shape extends Flags>({
  about,
  usage,
  flags,
  notes,
}: Pick<Command<Shape>, 'about' | 'usage' | 'flags' | 'notes'>): string {
  const rows = Object.entries<z.ZodType>(flags.shape).map(([name, schema]) => {
    const { value, about: text, heading } = flagInfo(name, schema);
    return { name: `--${name}${value === undefined ? '' : ` ${value}`}`, text, heading };
  });
  rows.push({ name: '--help', text: 'this text', heading: undefined });
  const widths = rows.map(({ name }) => name.length).filter((width) => width <= maxNameWidth);
  const column = Math.max(...widths) + 4;
  const lines = rows.flatMap(({ name, text, heading }, index) => [
    ...(heading === undefined ? [] : [...(index === 0 ? [] : ['']), heading]),
    ...row(name, text, column),
  ]);
  return [...wrap(about, maxWidth), '', `  ${usage} [flags]`, '', ...lines, '', notes.trim()].join(
    '\n',
  );
}

function row(name: string, text: string, column: number): readonly string[] {
  const said = wrap(text, maxWidth - column);
  const start = `  ${name}`;
  const fits = start.length + 2 <= column;
  const [first = '', ...rest] = fits ? said : ['', ...said];
  const indent = ' '.repeat(column);
  return [`${start.padEnd(column)}${first}`.trimEnd(), ...rest.map((line) => indent + line)];
}

/** Words in lines of at most so many columns. */
function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const line = lines.at(-1);
    if (line === undefined || line.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = `${line} ${word}`;
  }
  return lines;
}
