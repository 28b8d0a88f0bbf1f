/** A promise that was not kept. */
export interface Violation {
  readonly promise: string;
  readonly what: string;
  /** Event keys that it is about. */
  readonly events: readonly string[];
}
