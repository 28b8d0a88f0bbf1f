import { UserError } from '@root-activity-monitor/command-line';

/** Something on the emulator is not as it must be; the message says what was expected and found. */
export class ExpectationError extends UserError {
  override readonly name = 'ExpectationError';
}

/** @throws ExpectationError with the message where the condition does not hold */
export function assert(condition: boolean, message: string): asserts condition {
  if (!condition) throw new ExpectationError(message);
}

/** @throws ExpectationError where the value is missing */
export function required<Value>(value: Value | undefined, what: string): Value {
  assert(value !== undefined, `${what} is missing`);
  return value;
}
