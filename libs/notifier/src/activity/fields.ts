import { defang } from './defang.ts';

/**
 * The free-form part of a CloudTrail record (`requestParameters` and the like). Its contents are
 * untrusted and may be secret, so they are read by name only, one text at a time, made harmless.
 */
export interface Fields {
  /** The text, number or boolean at this path, as harmless text; undefined when there is none. */
  text(...path: readonly string[]): string | undefined;
  /** The names of what is there, a hundred at most: for comparing with names, never shown. */
  names(): readonly string[];
  /** The objects of the list at this path, a hundred at most; empty when there is none. */
  list(...path: readonly string[]): readonly Fields[];
}

const maxItems = 100;

/** What AWS writes in the place of values that it hides. */
const hiddenByAws = 'HIDDEN_DUE_TO_SECURITY_REASONS';

/** Reads a JSON object by path, own properties only. */
export function fieldsOf(object: unknown): Fields {
  const at = (path: readonly string[]) => {
    let value: unknown = object;
    for (const name of path) value = ownProperty(value, name);
    return value;
  };
  return {
    text(...path) {
      const value = at(path);
      if (typeof value === 'number' || typeof value === 'boolean') return String(value);
      if (typeof value !== 'string' || value === '' || value === hiddenByAws) return undefined;
      return defang(value) || undefined;
    },
    names() {
      const isObject = typeof object === 'object' && object !== null;
      return isObject ? Object.keys(object).slice(0, maxItems) : [];
    },
    list(...path) {
      const value = at(path);
      return Array.isArray(value) ? value.slice(0, maxItems).map(fieldsOf) : [];
    },
  };
}

function ownProperty(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.getOwnPropertyDescriptor(value, name)?.value
    : undefined;
}
