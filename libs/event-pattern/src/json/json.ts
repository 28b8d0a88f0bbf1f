/** A value that a pattern can compare: the only event values that carry content. */
export type LeafValue = string | number | boolean | null;

export type JsonObject = Readonly<Record<string, unknown>>;

export function isLeafValue(value: unknown): value is LeafValue {
  return (
    value === null ||
    typeof value === 'string' ||
    typeof value === 'number' ||
    typeof value === 'boolean'
  );
}

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `Array.isArray` that yields `unknown` elements instead of `any`. */
export function isJsonArray(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

/** Extends a path by one key; EventBridge joins keys with dots and cannot tell `a.b` from `a → b`. */
export function joinPath(parent: string | undefined, key: string): string {
  return parent === undefined ? key : `${parent}.${key}`;
}
