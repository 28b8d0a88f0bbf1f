const LONGEST = 60;

/**
 * A value as an error message may show it: short, on one line, and an address without its path,
 * because the path of a pager's address is often its password.
 */
export function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (typeof value === 'object' && value !== null) return 'an object';
  const json = JSON.stringify(value).replace(/^"(https?:\/\/[^/]*)\/.*"$/, '"$1/…"');
  return json.length > LONGEST ? `${json.slice(0, LONGEST)}…` : json;
}
