import { basename } from 'node:path';
import type { ConfigText, FieldPart, FieldPath, Place } from './config-text.ts';

/** One thing that is wrong in the configuration. */
export interface Problem {
  /** The field, as `alerts.subscriptions[0].endpoint`; empty for the file as a whole. */
  readonly field: string;
  /** Where in the file, from 1 on; undefined where there is no text to point at. */
  readonly place: Place | undefined;
  readonly found: string;
  readonly wanted: string;
}

/** The configuration cannot be used; `problems` has all that is wrong with it, not only the first. */
export class DeploymentConfigError extends Error {
  override readonly name = 'DeploymentConfigError';
  readonly path: string;
  readonly problems: readonly Problem[];

  constructor(path: string, problems: readonly Problem[], options?: ErrorOptions) {
    const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
    super([`${path}: ${count}`, ...problems.map((one) => line(path, one))].join('\n'), options);
    this.path = path;
    this.problems = problems;
  }
}

/** As editors and terminals link it: `deployment.jsonc:12:5  hubAccountId: found …; wanted …`. */
function line(path: string, { field, place, found, wanted }: Problem): string {
  const at = place === undefined ? '' : `${basename(path)}:${place.line}:${place.column}  `;
  return `  ${at}${field || '(the file)'}: found ${found}; wanted ${wanted}`;
}

/** A problem that does not know yet where in the file it is. */
export interface Mistake {
  readonly path: FieldPath;
  /** What to point at; the value unless the name itself is wrong. */
  readonly part?: FieldPart;
  readonly found: string;
  readonly wanted: string;
}

/**
 * Mistakes with their places, in the order of the file. One a field: the first says what is wrong,
 * more would only say it again.
 */
export function problemsAt(mistakes: readonly Mistake[], text: ConfigText): readonly Problem[] {
  return mistakes
    .map(({ path, part, found, wanted }) => ({
      field: fieldName(path),
      place: text.placeOf(path, part),
      found,
      wanted,
    }))
    .filter(({ field }, index, all) => all.findIndex((other) => other.field === field) === index)
    .sort((a, b) => a.place.line - b.place.line || a.place.column - b.place.column);
}

/** A path as people write it: `alerts.subscriptions[0]`. */
export function fieldName(path: FieldPath): string {
  return path.reduce<string>((name, key) => {
    if (typeof key === 'number') return `${name}[${key}]`;
    return name === '' ? String(key) : `${name}.${String(key)}`;
  }, '');
}

/** What a parsed JSON value holds at a path; undefined where it holds nothing. */
export function valueAt(value: unknown, path: FieldPath): unknown {
  return path.reduce<unknown>((inner, key) => {
    if (typeof inner !== 'object' || inner === null) return undefined;
    return Object.entries(inner).find(([name]) => name === String(key))?.[1];
  }, value);
}

const maxShownLength = 60;

/**
 * A value as an error message may show it: short, on one line, and an address without its path,
 * because the path of a pager's address is often its password.
 */
export function formatValue(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (typeof value === 'object' && value !== null) return 'an object';
  const json = JSON.stringify(value).replace(/^"(https?:\/\/[^/]*)\/.*"$/, '"$1/…"');
  return json.length > maxShownLength ? `${json.slice(0, maxShownLength)}…` : json;
}
