import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileEventPattern, matchesEventPattern } from './index.ts';

describe('values', () => {
  it.each([
    ['the same text', ['Root'], 'Root', true],
    ['another case', ['Root'], 'root', false],
    ['any of the listed', ['a', 'b'], 'b', true],
    ['true is no text', [true], 'true', false],
    ['true', [true], true, true],
    ['null', [null], null, true],
    ['null is not missing', [null], undefined, false],
    ['null is no text', [null], 'null', false],
    ['the empty text', [''], '', true],
    ['the empty text is not null', [''], null, false],
    ['an element of an array', ['b'], ['a', 'b'], true],
    ['no element of an array', ['c'], ['a', 'b'], false],
    ['an element of an array in an array', ['b'], [['a'], ['b']], true],
    ['an object where a value is asked', ['a'], { a: 'a' }, false],
    ['several operators on a field', [{ prefix: 'a' }, { suffix: 'z' }, 5], 'xz', true],
  ])('%s', (_name, tests, value, matches) => {
    expect(matchesEventPattern({ a: tests }, { a: value })).toBe(matches);
  });
});

describe('exists', () => {
  it.each([
    ['a value', { a: 'x' }, true],
    ['null', { a: null }, true],
    ['the empty text', { a: '' }, true],
    ['false', { a: false }, true],
    ['missing', {}, false],
    ['an empty array', { a: [] }, false],
    ['an empty object', { a: {} }, false],
    ['an object', { a: { b: 1 } }, false],
    ['an array of objects', { a: [{ b: 1 }] }, false],
  ])('%s', (_name, event, exists) => {
    expect(matchesEventPattern({ a: [{ exists: true }] }, event)).toBe(exists);
    expect(matchesEventPattern({ a: [{ exists: false }] }, event)).toBe(!exists);
  });
});

describe('paths', () => {
  it.each([
    ['all fields', { a: [1], b: [2] }, { a: 1, b: 2, c: 3 }, true],
    ['one field of two', { a: [1], b: [2] }, { a: 1, b: 3 }, false],
    ['keys are case-sensitive', { a: [1] }, { A: 1 }, false],
    ['a dot in the key of the event', { a: { b: [1] } }, { 'a.b': 1 }, true],
    ['a dot in the key of the pattern', { 'a.b': [1] }, { a: { b: 1 } }, true],
    [
      'operator names as fields',
      { prefix: ['x'], exists: { numeric: [1] } },
      { prefix: 'x', exists: { numeric: 1 } },
      true,
    ],
    ['inherited names are missing', { constructor: [{ exists: false }] }, {}, true],
    ['inherited names as fields', { hasOwnProperty: ['x'] }, { hasOwnProperty: 'x' }, true],
    ['a text below a field of the pattern', { a: { b: [1] } }, { a: 'b' }, false],
  ])('%s', (_name, pattern, event, matches) => {
    expect(matchesEventPattern(pattern, event)).toBe(matches);
  });

  it('reads __proto__ as a field of its own', () => {
    const event: unknown = JSON.parse('{"__proto__": {"a": "x"}}');
    expect(matchesEventPattern('{"__proto__": {"a": ["x"]}}', event)).toBe(true);
    expect(matchesEventPattern('{"a": ["x"]}', event)).toBe(false);
  });

  it.each([[null], ['{"a":1}'], [[{ a: 1 }]], [5], [undefined]])('never matches %j', (event) => {
    expect(matchesEventPattern({ b: [{ exists: false }] }, event)).toBe(false);
  });
});

describe('$or', () => {
  const either = { a: [1], $or: [{ b: [2] }, { c: { $or: [{ d: [3] }, { e: [4] }] } }] };
  it.each([
    ['the first branch', { a: 1, b: 2 }, true],
    ['a branch in a branch', { a: 1, c: { e: 4 } }, true],
    ['a branch without the field beside it', { a: 2, b: 2 }, false],
    ['no branch', { a: 1, b: 3 }, false],
    ['$or in the event', { a: 1, $or: [{ b: 2 }] }, false],
  ])('%s', (_name, event, matches) => {
    expect(matchesEventPattern(either, event)).toBe(matches);
  });

  it('lets the later of two tests on one path win', () => {
    const later = compileEventPattern({ a: [1], $or: [{ a: [2] }, { b: [3] }] });
    expect(later({ a: 2 })).toBe(true);
    expect(later({ a: 1 })).toBe(false);
    expect(later({ a: 1, b: 3 })).toBe(true);
    expect(matchesEventPattern({ a: { b: [1] }, 'a.b': [2] }, { a: { b: 1 } })).toBe(false);
  });
});

it('never throws on any JSON event', () => {
  const pattern = compileEventPattern({
    a: [{ wildcard: '*a*' }, { numeric: ['>', 1] }, { cidr: '::/0' }, { exists: false }],
    b: { c: [{ 'anything-but': { suffix: 'a' } }], d: [{ prefix: { 'equals-ignore-case': 'ß' } }] },
  });
  const key = fc.constantFrom('a', 'b', 'c', 'd');
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      { maxDepth: 5 },
      fc.jsonValue(),
      fc.array(tie('tree')),
      fc.dictionary(key, tie('tree')),
    ),
  }));
  fc.assert(fc.property(tree, (event) => typeof pattern(event) === 'boolean'));
});
