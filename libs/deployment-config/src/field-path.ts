/** Where something stands in the configuration: `['alerts', 'subscriptions', 0]`. */
export type FieldPath = readonly PropertyKey[];

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
