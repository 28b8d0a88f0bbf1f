const encoder = new TextEncoder();

/** Size of a text on the wire, in UTF-8 bytes. */
export function byteLength(text: string): number {
  return encoder.encode(text).byteLength;
}

/**
 * The text, at most `limit` UTF-8 bytes long: what does not fit is cut between characters and ends
 * in the mark. A limit below the mark's own size leaves the mark alone.
 */
export function cutToBytes(text: string, limit: number, mark = '...'): string {
  if (byteLength(text) <= limit) return text;
  const buffer = new Uint8Array(Math.max(0, limit - byteLength(mark)));
  const { read } = encoder.encodeInto(text, buffer);
  return text.slice(0, read) + mark;
}

/** A letter without its accents: `Z\u00FCrich` reads as `Zurich`. */
const plainLetter = (letter: string) => letter.normalize('NFD').replace(/\p{M}+/gu, '');

/**
 * Printable ASCII only: letters lose their accents, everything else becomes "?".
 *
 * @see https://docs.aws.amazon.com/sns/latest/api/API_Publish.html
 */
export function ascii(text: string): string {
  return text.replace(/\p{L}\p{M}*/gu, plainLetter).replace(/[^\x20-\x7e]/gu, '?');
}

/** A time as CloudTrail wrote it, for people: `2026-11-02 10:38:12 UTC`. */
export function readableTime(time: string): string {
  return `${time.replace('T', ' ').replace('Z', '')} UTC`;
}
