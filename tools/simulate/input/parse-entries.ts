import { InputError } from './errors.ts';
import { jsonProblem } from './json-problem.ts';
import type { Source } from './read-source.ts';

/** One thing in a source that should be an event. */
export interface Entry {
  readonly value: unknown;
  /** For people: the source, and the position in it where it holds several. */
  readonly label: string;
}

/** What a source holds. */
export interface Entries {
  readonly entries: readonly Entry[];
  /** Lines that are no JSON among lines that are; each names source, line and column. */
  readonly problems: readonly InputError[];
}

/**
 * The entries of a source: of a JSON list, of `{"Records": […]}`, one a line of JSON lines, or the
 * source as a whole.
 *
 * @throws InputError when the source is empty or no JSON
 */
export function parseEntries({ name, text }: Source): Entries {
  if (text.trim() === '') throw new InputError(`--event ${name}: it is empty; JSON is wanted`);
  const whole = tryParse(text);
  const lines = whole.ok ? [{ values: entriesOf(whole.value) }] : jsonLines(text);
  if (lines === undefined) throw new InputError(`--event ${name}: not JSON: ${jsonProblem(text)}`);
  const values = lines.flatMap((line) => ('values' in line ? line.values : []));
  if (values.length === 0) throw new InputError(`--event ${name}: it holds no event`);
  return {
    entries: values.map((value, index) => ({
      value,
      label: values.length === 1 ? name : `${name}#${index + 1}`,
    })),
    problems: lines.flatMap((line) =>
      'problem' in line ? [new InputError(`--event ${name}: ${line.problem}`)] : [],
    ),
  };
}

function entriesOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  if (
    typeof value === 'object' &&
    value !== null &&
    'Records' in value &&
    Array.isArray(value.Records)
  ) {
    return value.Records;
  }
  return [value];
}

type Line = { readonly values: readonly unknown[] } | { readonly problem: string };

/** Undefined when the text is not meant as JSON lines: its first line and most others are objects. */
function jsonLines(text: string): readonly Line[] | undefined {
  const lines = text
    .split(/\r?\n/)
    .map((line, index) => ({ line, number: index + 1 }))
    .filter(({ line }) => line.trim() !== '');
  const parsed = lines.map((one) => ({ ...one, ...tryParse(one.line) }));
  const objects = parsed.filter(({ value }) => typeof value === 'object' && value !== null);
  const meant =
    lines.length > 1 &&
    lines[0]?.line.trimStart().startsWith('{') &&
    objects.length * 2 >= lines.length;
  if (!meant) return undefined;
  return parsed.map(({ ok, value, line, number }) =>
    ok
      ? { values: entriesOf(value) }
      : { problem: `line ${number} is not JSON: ${jsonProblem(line).replace('line 1, ', '')}` },
  );
}

function tryParse(text: string): { readonly ok: boolean; readonly value?: unknown } {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return { ok: false };
  }
}
