/** Something is not as it must be on the emulator; the message says what was wanted and found. */
export class ExpectationError extends Error {
  override readonly name = 'ExpectationError';
}

/** @throws ExpectationError */
export function expectThat(holds: boolean, what: string): asserts holds {
  if (!holds) throw new ExpectationError(what);
}

/** @throws ExpectationError where the value is not there */
export function demand<Value>(value: Value | undefined, what: string): Value {
  expectThat(value !== undefined, `${what} is missing`);
  return value;
}
