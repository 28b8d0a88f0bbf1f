import { InputError } from './errors.ts';
import { jsonProblem } from './json-problem.ts';
import type { Source } from './read-source.ts';

/** One thing in a source that should be an event. */
export interface Entry {
  readonly value: unknown;
  /** For people: the source, and the position in it where it holds several. */
  readonly label: string;
}

/**
 * The entries of a source: of a JSON list, of `{"Records": […]}`, one a line of JSON lines, or the
 * source as a whole. A line that is no JSON among lines that are becomes an entry of its text.
 *
 * @throws InputError when the source is empty or no JSON
 */
export function parseEntries({ name, text }: Source): readonly Entry[] {
  if (text.trim() === '') throw new InputError(`--event ${name}: it is empty; JSON is wanted`);
  const whole = tryParse(text);
  const values = whole.ok ? entriesOf(whole.value) : jsonLines(text);
  if (values === undefined) throw new InputError(`--event ${name}: not JSON: ${jsonProblem(text)}`);
  if (values.length === 0) throw new InputError(`--event ${name}: it holds no event`);
  return values.map((value, index) => ({
    value,
    label: values.length === 1 ? name : `${name}#${index + 1}`,
  }));
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

/** Undefined when the text is not meant as JSON lines: its first line and most others are objects. */
function jsonLines(text: string): readonly unknown[] | undefined {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const parsed = lines.map((line) => ({ line, ...tryParse(line) }));
  const objects = parsed.filter(({ value }) => typeof value === 'object' && value !== null);
  const meant =
    lines.length > 1 && lines[0]?.trimStart().startsWith('{') && objects.length * 2 >= lines.length;
  if (!meant) return undefined;
  return parsed.flatMap(({ ok, value, line }) => (ok ? entriesOf(value) : [line.slice(0, 200)]));
}

function tryParse(text: string): { readonly ok: boolean; readonly value?: unknown } {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return { ok: false };
  }
}
