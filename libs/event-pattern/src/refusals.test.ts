import { describe, expect, it } from 'vitest';
import { InvalidEventPatternError, validateEventPattern } from './index.ts';

const orOf = (branches: number, name: string) => ({
  $or: Array.from({ length: branches }, (_, i) => ({ [name]: [i] })),
});

describe('refused patterns', () => {
  it.each([
    ['an empty pattern', {}],
    ['an array', [{ a: [1] }]],
    ['null', null],
    ['a number', 5],
    ['an empty object', { a: {} }],
    ['an empty array', { a: [] }],
    ['a bare text', { a: 'x' }],
    ['a bare null', { a: null }],
    ['an array in an array', { a: [['x']] }],
    ['an operator without its array', { a: { prefix: 'x' } }],
    ['an empty operator', { a: [{}] }],
    ['two operators in one object', { a: [{ prefix: 'x', suffix: 'y' }] }],
    ['an unknown operator', { a: [{ regex: 'x' }] }],
    ['an operator in another case', { a: [{ Prefix: 'x' }] }],
    ['prefix of a number', { a: [{ prefix: 1 }] }],
    ['prefix of a list', { a: [{ prefix: ['x'] }] }],
    ['prefix of another operator', { a: [{ prefix: { suffix: 'x' } }] }],
    ['equals-ignore-case of a list', { a: [{ 'equals-ignore-case': ['x'] }] }],
    ['exists of a text', { a: [{ exists: 'true' }] }],
    ['wildcard with two stars', { a: [{ wildcard: 'a**b' }] }],
    ['wildcard with another escape', { a: [{ wildcard: String.raw`a\b` }] }],
    ['wildcard with an open escape', { a: [{ wildcard: 'a\\' }] }],
    ['wildcard of a list', { a: [{ wildcard: ['x'] }] }],
    ['too many wildcards', { a: [{ wildcard: '*:*:*:*:*:event-bus/*' }] }],
    ['too much repetition after a star', { a: [{ wildcard: '*aaaaaaaaaaaa' }] }],
    ['anything-but null', { a: [{ 'anything-but': null }] }],
    ['anything-but a boolean', { a: [{ 'anything-but': true }] }],
    ['anything-but an empty list', { a: [{ 'anything-but': [] }] }],
    ['anything-but a mixed list', { a: [{ 'anything-but': ['x', 1] }] }],
    ['anything-but a list with null', { a: [{ 'anything-but': ['x', null] }] }],
    ['anything-but the empty prefix', { a: [{ 'anything-but': { prefix: '' } }] }],
    ['anything-but the empty suffix in a list', { a: [{ 'anything-but': { suffix: ['x', ''] } }] }],
    [
      'anything-but prefix in any case',
      { a: [{ 'anything-but': { prefix: { 'equals-ignore-case': 'x' } } }] },
    ],
    ['anything-but a number range', { a: [{ 'anything-but': { numeric: ['=', 1] } }] }],
    ['anything-but two operators', { a: [{ 'anything-but': { prefix: 'x', suffix: 'y' } }] }],
    ['anything-but a wildcard with two stars', { a: [{ 'anything-but': { wildcard: ['**'] } }] }],
    ['numeric of a number', { a: [{ numeric: 5 }] }],
    ['numeric of nothing', { a: [{ numeric: [] }] }],
    ['numeric with an open end', { a: [{ numeric: ['>', 0, '<'] }] }],
    ['numeric with another operator', { a: [{ numeric: ['!=', 0] }] }],
    ['numeric with a text', { a: [{ numeric: ['=', '5'] }] }],
    ['numeric from high to low', { a: [{ numeric: ['>', 5, '<', 0] }] }],
    ['numeric without width', { a: [{ numeric: ['>=', 5, '<=', 5] }] }],
    ['numeric with the upper bound first', { a: [{ numeric: ['<', 5, '>', 0] }] }],
    ['numeric with two lower bounds', { a: [{ numeric: ['>', 0, '>', 5] }] }],
    ['numeric beyond the bounds', { a: [{ numeric: ['<', 5_000_000_001] }] }],
    ['cidr without a mask', { a: [{ cidr: '10.0.0.0' }] }],
    ['cidr of one IPv4 address', { a: [{ cidr: '10.0.0.1/32' }] }],
    ['cidr of one IPv6 address', { a: [{ cidr: '::1/128' }] }],
    ['cidr with a negative mask', { a: [{ cidr: '10.0.0.0/-1' }] }],
    ['cidr of a host', { a: [{ cidr: 'localhost/8' }] }],
    ['cidr of a list', { a: [{ cidr: ['10.0.0.0/8'] }] }],
    ['$or of an object', { $or: { a: [1] } }],
    ['$or with one branch', { $or: [{ a: [1] }] }],
    ['$or with an empty branch', { $or: [{ a: [1] }, {}] }],
    ['$or with a value', { $or: [{ a: [1] }, 'x'] }],
    ['$or with an operator for a field', { $or: [{ prefix: ['a'] }, { b: [1] }] }],
    ['$or with an operator deep in a branch', { $or: [{ a: { exists: [true] } }, { b: [1] }] }],
    ['$or with too many combinations', { a: orOf(32, 'x'), b: orOf(32, 'y') }],
  ])('%s', (_name, pattern) => {
    expect(() => validateEventPattern(pattern)).toThrow(InvalidEventPatternError);
  });

  it('takes as many combinations as are allowed', () => {
    expect(() => validateEventPattern({ a: orOf(25, 'x'), b: orOf(40, 'y') })).not.toThrow();
  });

  it('takes wildcards that are just simple enough', () => {
    expect(() => validateEventPattern({ a: [{ wildcard: '*:*:*:*:event-bus/*' }] })).not.toThrow();
    const lists = [{ wildcard: '*/data/*.bif' }, { wildcard: '*/data/*.tif' }];
    expect(() => validateEventPattern({ a: lists })).not.toThrow();
  });

  it('names the place, what is wanted and what was found', () => {
    expect(() => validateEventPattern({ detail: { a: ['x', { prefix: 5 }] } })).toThrow(
      'Invalid event pattern: "detail.a[1].prefix" in the pattern must be a string, found the number 5.',
    );
  });

  it('keeps the error of a text that is not JSON as cause', () => {
    const refused = () => validateEventPattern('{"a": [1]');
    expect(refused).toThrow(InvalidEventPatternError);
    expect(refused).toThrow(expect.objectContaining({ cause: expect.any(SyntaxError) }));
  });
});
