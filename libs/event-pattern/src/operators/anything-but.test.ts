import { describe, expect, it } from 'vitest';
import { matchesEventPattern } from '../index.ts';

const but = (operand: unknown) => ({ a: [{ 'anything-but': operand }] });

describe('anything-but', () => {
  it.each([
    ['another text', 'x', { a: 'y' }, true],
    ['the text', 'x', { a: 'x' }, false],
    ['null', 'x', { a: null }, true],
    ['a number where a text is excluded', 'x', { a: 5 }, true],
    ['a boolean', 5, { a: true }, true],
    ['the empty text', 'x', { a: '' }, true],
    ['the number in another notation', 5, { a: 5.0 }, false],
    ['the number as text', 5, { a: '5' }, true],
    ['a missing field', 'x', {}, false],
    ['an empty array', 'x', { a: [] }, false],
    ['an object', 'x', { a: { b: 1 } }, false],
    ['an array with something else', 'x', { a: ['x', 'y'] }, true],
    ['an array with nothing else', 'x', { a: ['x', 'x'] }, false],
    ['a listed text', ['x', 'y'], { a: 'y' }, false],
    ['a text off the list', ['x', 'y'], { a: 'z' }, true],
    ['a listed number', [1, 2], { a: 2 }, false],
    ['a number off the list', [1, 2], { a: 3 }, true],
    ['an excluded prefix', { prefix: 'us-' }, { a: 'us-east-1' }, false],
    ['another prefix', { prefix: 'us-' }, { a: 'eu-west-1' }, true],
    ['one of the excluded prefixes', { prefix: ['us-', 'eu-'] }, { a: 'eu-west-1' }, false],
    ['a number beside a prefix', { prefix: '1' }, { a: 12 }, true],
    ['an excluded suffix', { suffix: ['.png', '.jpg'] }, { a: 'a.jpg' }, false],
    ['an excluded text in any case', { 'equals-ignore-case': ['A', 'b'] }, { a: 'B' }, false],
    ['an excluded wildcard', { wildcard: '*/lib/*' }, { a: '/lib/x' }, false],
    ['no excluded wildcard', { wildcard: ['*/lib/*', '*/bin/*'] }, { a: '/etc/x' }, true],
    ['any text beside the empty wildcard', { wildcard: '' }, { a: 'x' }, true],
  ])('%s', (_name, operand, event, matches) => {
    expect(matchesEventPattern(but(operand), event)).toBe(matches);
  });

  it('takes a missing field with exists beside it', () => {
    const pattern = { a: [{ 'anything-but': 'x' }, { exists: false }] };
    expect(matchesEventPattern(pattern, {})).toBe(true);
    expect(matchesEventPattern(pattern, { a: 'x' })).toBe(false);
  });
});
