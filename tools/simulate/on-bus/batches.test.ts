import { expect, test } from 'vitest';
import { batchesOf, entryBytes, MOST_BYTES } from './batches.ts';

const item = (bytes: number) => ({ entry: { Detail: 'x'.repeat(bytes) } });
const sizes = (counts: readonly number[]) =>
  batchesOf(counts.map(item)).map(({ length }) => length);

test('ten to a request', () => {
  expect(sizes(Array.from({ length: 25 }, () => 1))).toEqual([10, 10, 5]);
});

test('a request never grows past the limit', () => {
  expect(sizes([MOST_BYTES / 2, MOST_BYTES / 2, 1])).toEqual([2, 1]);
});

test('what is too large for any goes alone, and its neighbours together', () => {
  expect(sizes([1, MOST_BYTES + 1, 1, 1])).toEqual([1, 1, 2]);
});

test('sizes are bytes, with 14 for a time', () => {
  expect(entryBytes({ Source: 'é', DetailType: 'ab', Detail: '{}', Time: new Date() })).toBe(20);
});
