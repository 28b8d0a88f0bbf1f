/** Somebody asked how the command is used; the message says it. */
export class HelpRequest extends Error {
  override readonly name = 'HelpRequest';
}
