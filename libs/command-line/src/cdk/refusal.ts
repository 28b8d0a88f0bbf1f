/** The command cannot start; the message says what is missing and what to do about it. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}
