import type { PutEventsRequestEntry } from '@aws-sdk/client-eventbridge';

/** What one PutEvents takes. */
export const MOST_ENTRIES = 10;
/** In bytes; no request takes more. */
export const LARGEST_ENTRY = 1024 * 1024;
/** In bytes. Accepted everywhere; since 2026 EventBridge takes four times as much, in most Regions. */
export const MOST_BYTES = 256 * 1024;

/**
 * The size of an entry as EventBridge counts it.
 *
 * @returns bytes
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-putevent-size.html
 */
export function entryBytes({
  Source,
  DetailType,
  Detail,
  Time,
  Resources,
}: PutEventsRequestEntry): number {
  const texts = [Source, DetailType, Detail, ...(Resources ?? [])];
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text ?? ''), 0);
  return bytes + (Time === undefined ? 0 : 14);
}

/** Splits entries, in order, into requests that PutEvents takes. One that is too large goes alone. */
export function batchesOf<Item extends { readonly entry: PutEventsRequestEntry }>(
  items: readonly Item[],
): readonly (readonly Item[])[] {
  const batches: Item[][] = [];
  let bytes = 0;
  for (const item of items) {
    const size = entryBytes(item.entry);
    const last = batches.at(-1);
    if (last === undefined || last.length === MOST_ENTRIES || bytes + size > MOST_BYTES) {
      batches.push([item]);
      bytes = size;
    } else {
      last.push(item);
      bytes += size;
    }
  }
  return batches;
}
