import { expect, it } from 'vitest';
import { byteLength, cutToBytes } from './text.ts';

it('size is counted in UTF-8 bytes', () => {
  expect(byteLength('a\u00E9\u20AC\u{1F600}')).toBe(10);
});

it.each([
  ['abcdef', 6, 'abcdef'],
  ['abcdefg', 6, 'abc...'],
  ['\u20AC\u20AC\u20AC', 9, '\u20AC\u20AC\u20AC'],
  ['\u20AC\u20AC\u20AC', 8, '\u20AC...'],
  ['\u{1F600}\u{1F600}', 7, '\u{1F600}...'.slice(0, 5)],
  ['abc', 2, '...'],
])('%s in %i bytes is %s', (text, limit, expected) => {
  expect(cutToBytes(text, limit)).toBe(expected);
});

it('the mark can be another one', () => {
  expect(cutToBytes('abcdefg', 6, '[+]')).toBe('abc[+]');
});
