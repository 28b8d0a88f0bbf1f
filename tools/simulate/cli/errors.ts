/** Wrong use of the command line: names the flag, what was found and what is wanted. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
