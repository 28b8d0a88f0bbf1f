import { describe, expect, it } from 'vitest';
import { matchesEventPattern } from '../index.ts';

const emoji = '\u{1F600}';

describe('text operators', () => {
  it.each([
    ['prefix takes the same case', { prefix: 'Ab' }, 'Abc', true],
    ['prefix refuses another case', { prefix: 'Ab' }, 'abc', false],
    ['prefix takes the whole text', { prefix: 'abc' }, 'abc', true],
    ['an empty prefix takes any text', { prefix: '' }, '', true],
    ['an empty prefix takes no number', { prefix: '' }, 5, false],
    ['an empty prefix takes no null', { prefix: '' }, null, false],
    ['prefix looks at no number', { prefix: '1' }, 12, false],
    ['prefix in any case', { prefix: { 'equals-ignore-case': 'eventB' } }, 'EVENTbridge', true],
    ['an empty prefix in any case', { prefix: { 'equals-ignore-case': '' } }, 'x', true],
    ['suffix takes the same case', { suffix: '.png' }, 'a.png', true],
    ['suffix refuses another case', { suffix: '.png' }, 'a.PNG', false],
    ['an empty suffix takes any text', { suffix: '' }, 'a', true],
    ['suffix in any case', { suffix: { 'equals-ignore-case': '.png' } }, 'a.PnG', true],
    ['suffix longer than the text', { suffix: 'aab' }, 'ab', false],
    ['any case of the whole text', { 'equals-ignore-case': 'Alice' }, 'aLICE', true],
    ['any case, but no more than the text', { 'equals-ignore-case': 'Alice' }, 'alices', false],
    ['the empty text in any case', { 'equals-ignore-case': '' }, '', true],
    ['any case beyond ASCII', { 'equals-ignore-case': 'école' }, 'ÉCOLE', true],
    ['the pattern is folded, not the event', { 'equals-ignore-case': 'ß' }, 'SS', true],
    ['… so "ss" is not "ß"', { 'equals-ignore-case': 'ß' }, 'ss', false],
    ['halves of a character as ?', { 'equals-ignore-case': emoji }, '??', true],
    ['exactly', { exactly: 'a' }, 'a', true],
    ['exactly another case', { exactly: 'a' }, 'A', false],
  ])('%s', (_name, operator, value, matches) => {
    expect(matchesEventPattern({ a: [operator] }, { a: value })).toBe(matches);
  });
});
