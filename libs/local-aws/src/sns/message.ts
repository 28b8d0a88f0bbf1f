/** A message attribute as a publisher gives it. */
export interface MessageAttribute {
  readonly dataType: string;
  readonly stringValue?: string;
  readonly binaryValue?: string;
}

/** One message of Publish or PublishBatch. */
export interface PublishEntry {
  /** The ID of a batch entry; empty for Publish. */
  readonly id: string;
  readonly message: string;
  readonly subject: string | undefined;
  readonly messageStructure: string | undefined;
  readonly attributes: ReadonlyMap<string, MessageAttribute>;
}

/** What SNS answers in the place of a message ID. */
export interface Refusal {
  readonly code: string;
  readonly message: string;
}

/** A message that a topic took. */
export interface AcceptedMessage extends PublishEntry {
  readonly topicArn: string;
  readonly messageId: string;
  /** When, on the clock of `performance.now()`. */
  readonly at: number;
}

/** The text for one protocol: its own from a `json` message, or the default. */
export function textFor(entry: PublishEntry, protocol: string): string {
  if (entry.messageStructure !== 'json') return entry.message;
  const texts = new Map<string, unknown>(Object.entries(JSON.parse(entry.message)));
  const own = texts.get(protocol);
  return String(typeof own === 'string' ? own : texts.get('default'));
}
