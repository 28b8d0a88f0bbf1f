/** Something that a user gave and that cannot be played; the message says what is wanted. */
export class InputError extends Error {
  override readonly name = 'InputError';
}
