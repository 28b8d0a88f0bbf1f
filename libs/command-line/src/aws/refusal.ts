/** The tool cannot go on; the message says what is the matter and what to do about it. */
export class Refusal extends Error {
  override readonly name: string = 'Refusal';
  /** The exit status that it ends with. */
  readonly status: number = 1;
}

/** The command line asks for what cannot be. */
export class UsageRefusal extends Refusal {
  override readonly name = 'UsageRefusal';
  override readonly status = 2;
}
