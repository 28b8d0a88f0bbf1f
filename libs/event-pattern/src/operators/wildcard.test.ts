import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchesEventPattern } from '../index.ts';
import { stepsOf } from '../testing/steps.ts';
import { matchesSegments, wildcardSegments } from './wildcard.ts';

describe('wildcard', () => {
  it.each([
    ['a star takes nothing', 'a*', 'a', true],
    ['a star takes anything', '*', 'a/b c', true],
    ['a star takes the empty text', '*', '', true],
    ['a star takes no number', '*', 5, false],
    ['no star is the exact text', 'ab', 'ab', true],
    ['no star is no prefix', 'ab', 'abc', false],
    ['an empty wildcard is the empty text', '', '', true],
    ['an empty wildcard is no other text', '', 'a', false],
    ['a star in between', 'dir/*.png', 'dir/a/b.png', true],
    ['begin and end may not overlap', 'aba*ba', 'aba', false],
    ['begin and end may touch', 'ab*ba', 'abba', true],
    ['inner text comes before the end', '*a*a', 'a', false],
    ['the same text twice', '*a*a', 'aa', true],
    ['case matters', 'A*', 'ab', false],
    ['an escaped star is a star', String.raw`a\*b`, 'a*b', true],
    ['… and nothing else', String.raw`a\*b`, 'axb', false],
    ['an escaped backslash', String.raw`a\\b`, String.raw`a\b`, true],
    ['an escaped backslash before a star', String.raw`a\\*`, String.raw`a\bc`, true],
    ['expressions have no meaning', 'a.c*', 'abc', false],
  ])('%s', (_name, wildcard, value, matches) => {
    expect(matchesEventPattern({ a: [{ wildcard }] }, { a: value })).toBe(matches);
  });

  it('agrees with a regular expression', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b') });
    fc.assert(
      fc.property(fc.array(letters, { minLength: 1, maxLength: 5 }), letters, (segments, text) => {
        const expected = new RegExp(`^${segments.join('.*')}$`).test(text);
        expect(matchesSegments(segments, text)).toBe(expected);
      }),
    );
  });

  it('splits and unescapes any segments', () => {
    const segment = fc.string({ unit: fc.constantFrom('*', '\\', 'a'), minLength: 1 });
    fc.assert(
      fc.property(fc.array(segment, { minLength: 1 }), (segments) => {
        const wildcard = segments.map((text) => text.replace(/[*\\]/g, String.raw`\$&`)).join('*');
        expect(wildcardSegments(wildcard, '')).toEqual(segments);
      }),
    );
  });

  it('does not go back: the length of the text costs no steps', () => {
    const segments = [...Array<string>(200).fill('a'), 'b'];
    const stepsFor = (length: number) => {
      const text = 'a'.repeat(length);
      return stepsOf(() => matchesSegments(segments, text));
    };
    expect(stepsFor(100_000)).toBe(stepsFor(1000));
    expect(matchesSegments(segments, 'a'.repeat(100_000))).toBe(false);
  });
});
