/** The command was not given as it is meant. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Somebody asked how the command is used; the message says it. */
export class HelpRequest extends Error {
  override readonly name = 'HelpRequest';
}
