import { expect, it } from 'vitest';
import { fieldsOf } from './fields.ts';

const fields = fieldsOf(
  JSON.parse(
    '{"user":"jo@x","n":7,"yes":true,"empty":"","blank":"  ","list":["a"],"deep":{"er":"x"},"secret":"HIDDEN_DUE_TO_SECURITY_REASONS","nothing":null,"__proto__":{"user":"p"}}',
  ) as Record<string, unknown>,
);

it.each([
  [['user'], 'jo[at]x'],
  [['n'], '7'],
  [['yes'], 'true'],
  [['deep', 'er'], 'x'],
  [['list', '0'], 'a'],
  [['empty'], undefined],
  [['blank'], undefined],
  [['secret'], undefined],
  [['nothing'], undefined],
  [['deep'], undefined],
  [['deep', 'er', 'length'], undefined],
  [['missing', 'more'], undefined],
  [['constructor', 'name'], undefined],
  [['toString'], undefined],
  [['__proto__', 'user'], 'p'],
])('%j reads as %s', (path, expected) => {
  expect(fields.text(...path)).toBe(expected);
});

it('nothing has no fields', () => {
  expect(fieldsOf(undefined).text('user')).toBeUndefined();
});

it('a list is read object by object', () => {
  const listed = fieldsOf({
    items: [{ id: 'a' }, 'text', null, { id: 'b' }],
    none: {},
    long: Array(500).fill({}),
  });
  expect(listed.list('items').map((item) => item.text('id'))).toEqual([
    'a',
    undefined,
    undefined,
    'b',
  ]);
  expect(listed.list('none')).toEqual([]);
  expect(listed.list('missing', 'more')).toEqual([]);
  expect(listed.list('long')).toHaveLength(100);
});
