/** A file below `fixtures/` that is no valid fixture. */
export class FixtureError extends Error {
  override readonly name = 'FixtureError';

  constructor(file: string, problem: string, options?: ErrorOptions) {
    super(`fixture ${file}: ${problem}`, options);
  }
}
