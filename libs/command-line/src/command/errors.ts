/**
 * The command cannot go on; the message says what is wrong and what to do about it. A command ends
 * with exit status 1.
 */
export class UserError extends Error {
  override readonly name: string = 'UserError';
}

/** The command line asks for something that does not exist. A command ends with exit status 2. */
export class UsageError extends UserError {
  override readonly name = 'UsageError';
}
