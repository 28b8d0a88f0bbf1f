import { describe, expect, it } from 'vitest';
import { matchesEventPattern } from '../index.ts';

describe('numbers', () => {
  it.each([
    ['equal', ['=', 3.018e2], 301.8, true],
    ['not equal', ['=', 5], 5.1, false],
    ['below', ['<', 10], 9.999999, true],
    ['not below', ['<', 10], 10, false],
    ['at most', ['<=', 10], 10, true],
    ['above', ['>', -1], -0.5, true],
    ['at least', ['>=', 0], -0, true],
    ['inside a range', ['>', 0, '<=', 5], 5, true],
    ['at the open end of a range', ['>', 0, '<=', 5], 0, false],
    ['a number as text', ['=', 5], '5', false],
    ['null', ['=', 0], null, false],
    ['any of several', ['>', 4], [1, 5], true],
    ['a value beyond the bounds', ['>', 0], 6e9, true],
    ['the widest bounds', ['>=', -5e9, '<=', 5e9], 5e9, true],
  ])('%s', (_name, numeric, value, matches) => {
    expect(matchesEventPattern({ a: [{ numeric }] }, { a: value })).toBe(matches);
  });

  it.each([
    ['5 is 5.0', '{"a":[5]}', '{"a":5.0}', true],
    ['notation does not matter', '{"a":[1e3]}', '{"a":1000}', true],
    ['a number is no text', '{"a":[5]}', '{"a":"5"}', false],
    ['an account number as number', '{"a":[123456789012]}', '{"a":123456789012}', true],
  ])('%s', (_name, pattern, event, matches) => {
    expect(matchesEventPattern(pattern, JSON.parse(event))).toBe(matches);
  });
});
