/** The command was not given as it is meant. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
