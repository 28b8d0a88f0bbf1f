/** The tool cannot go on; the message says what is the matter and what to do about it. */
export class UserError extends Error {
  override readonly name: string = 'UserError';
  /** The exit status that it ends with. */
  readonly status: number = 1;
}

/** The command was not given as it is meant. */
export class UsageError extends UserError {
  override readonly name = 'UsageError';
  override readonly status = 2;
}

/** Somebody asked how the command is used; the message says it. */
export class HelpRequest extends Error {
  override readonly name = 'HelpRequest';
}
