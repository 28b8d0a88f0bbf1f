/**
 * Thrown for every pattern that EventBridge itself refuses. The message says where in the pattern,
 * what is wanted there and what was found; text that is not JSON keeps the parser's error as cause.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html
 */
export class InvalidEventPatternError extends Error {
  override readonly name = 'InvalidEventPatternError';
}

/** Throws the error for one place in the pattern; `at` is empty for the pattern as a whole. */
export function refuse(at: string, wanted: string, found: string, options?: ErrorOptions): never {
  const place = at === '' ? 'the pattern' : `"${at}" in the pattern`;
  throw new InvalidEventPatternError(
    `Invalid event pattern: ${place} must be ${wanted}, found ${found}.`,
    options,
  );
}

/** Names a JSON value by its kind, for error messages. */
export function describe(value: unknown): string {
  if (value === null) return 'null';
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty array' : 'an array';
  if (typeof value === 'object') {
    return Object.keys(value).length === 0 ? 'an empty object' : 'an object';
  }
  if (typeof value === 'string') return `the string ${JSON.stringify(value)}`;
  return `the ${typeof value} ${String(value)}`;
}
