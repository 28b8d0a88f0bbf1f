import { topLevelKeys } from './json-object.ts';
import type { MessageAttribute, PublishEntry, Refusal } from './message.ts';

/** Of a message, and of all messages of a batch together, in bytes. */
export const MOST_BYTES = 262_144;

/**
 * What SNS refuses about one message; undefined when it takes it. Where AWS's pages differ the
 * stricter reading counts: a subject is ASCII.
 *
 * @see https://docs.aws.amazon.com/sns/latest/api/API_Publish.html
 */
export function refusalOf(entry: PublishEntry): Refusal | undefined {
  const problem =
    subjectProblem(entry.subject) ?? messageProblem(entry) ?? attributesProblem(entry.attributes);
  return problem === undefined
    ? undefined
    : { code: 'InvalidParameter', message: `Invalid parameter: ${problem}` };
}

/** A message counts with its attributes: names, types and values. */
export function bytesOf({ message, attributes }: PublishEntry): number {
  const ofAttributes = [...attributes].map(
    ([name, { dataType, stringValue = '', binaryValue = '' }]) =>
      Buffer.byteLength(name + dataType + stringValue) + Buffer.from(binaryValue, 'base64').length,
  );
  return ofAttributes.reduce((sum, bytes) => sum + bytes, Buffer.byteLength(message));
}

function subjectProblem(subject: string | undefined): string | undefined {
  if (subject === undefined) return undefined;
  if (subject === '') return 'Subject is empty';
  if (subject.length >= 100)
    return `Subject has ${subject.length} characters, fewer than 100 are wanted`;
  if (/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/.test(subject)) {
    return 'Subject has a line break or control character';
  }
  if (!/^[\u0021-\u007e][\u0020-\u007e]*$/.test(subject)) {
    return 'Subject is not ASCII text that begins with a letter, number or punctuation mark';
  }
  return undefined;
}

function messageProblem(entry: PublishEntry): string | undefined {
  const { message, messageStructure } = entry;
  if (message === '') return 'Empty message';
  const bytes = bytesOf(entry);
  if (bytes > MOST_BYTES) return `Message too long: ${bytes} bytes of ${MOST_BYTES}`;
  if (messageStructure === undefined) return undefined;
  if (messageStructure !== 'json') return `MessageStructure is ${messageStructure}, not json`;
  return jsonMessageProblem(message);
}

function jsonMessageProblem(message: string): string | undefined {
  let texts: unknown;
  try {
    texts = JSON.parse(message);
  } catch {
    return 'Message Structure - JSON message body failed to parse';
  }
  if (typeof texts !== 'object' || texts === null || Array.isArray(texts)) {
    return 'Message Structure - JSON message body failed to parse';
  }
  const keys = topLevelKeys(message);
  if (new Set(keys).size !== keys.length) return 'Message Structure - Duplicate key';
  const own = 'default' in texts ? texts.default : undefined;
  if (typeof own !== 'string') return 'Message Structure - No default entry in JSON message body';
  return own === '' ? 'Message Structure - The default entry is empty' : undefined;
}

function attributesProblem(attributes: ReadonlyMap<string, MessageAttribute>): string | undefined {
  for (const [name, attribute] of attributes) {
    const problem = nameProblem(name) ?? valueProblem(attribute);
    if (problem !== undefined) return `message attribute '${name}': ${problem}`;
  }
  return undefined;
}

function nameProblem(name: string): string | undefined {
  if (!/^[A-Za-z0-9_.-]{1,256}$/.test(name)) return 'invalid name';
  if (/^(?:aws|amazon)\./i.test(name)) return 'reserved prefix';
  return /^\.|\.$|\.\./.test(name) ? 'a period at its start, at its end or twice' : undefined;
}

function valueProblem({
  dataType,
  stringValue,
  binaryValue,
}: MessageAttribute): string | undefined {
  if (!/^(?:String|String\.Array|Number|Binary)(?:\.[A-Za-z0-9_.-]+)?$/.test(dataType)) {
    return `invalid data type '${dataType}'`;
  }
  if (dataType.startsWith('Binary')) return binaryValue ? undefined : 'a value is wanted';
  if (stringValue === undefined || stringValue === '') return 'must contain a non-empty value';
  if (dataType.startsWith('Number') && !/^[-+]?\d+(\.\d+)?([eE][-+]?\d+)?$/.test(stringValue)) {
    return 'is no number';
  }
  return dataType === 'String.Array' && !isJsonList(stringValue) ? 'is no JSON list' : undefined;
}

function isJsonList(text: string): boolean {
  try {
    return Array.isArray(JSON.parse(text));
  } catch {
    return false;
  }
}
