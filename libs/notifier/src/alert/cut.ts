const encoder = new TextEncoder();

/** Stands where text was cut. */
const mark = '...';

/** Size of a text on the wire, in UTF-8 bytes. */
export function byteLength(text: string): number {
  return encoder.encode(text).byteLength;
}

/**
 * The text, at most this many UTF-8 bytes long: what does not fit is cut between characters, with a
 * visible mark.
 */
export function cutToBytes(text: string, limit: number, cutMark = mark): string {
  if (byteLength(text) <= limit) return text;
  const buffer = new Uint8Array(Math.max(0, limit - byteLength(cutMark)));
  const { read } = encoder.encodeInto(text, buffer);
  return text.slice(0, read) + cutMark;
}
