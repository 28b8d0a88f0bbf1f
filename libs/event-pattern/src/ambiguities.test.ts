import { describe, expect, it } from 'vitest';
import { patternAmbiguities, validateEventPattern } from './index.ts';

const branches = [{ eventName: ['A'] }, { eventName: ['B'] }];
const source = [{ prefix: 'aws.' }];

describe('a pattern that only one reading accepts', () => {
  it.each([
    ['at the top', { source, $or: branches }, '$or stands beside "source"'],
    ['within detail', { detail: { $or: branches, eventSource: ['x'] } }, 'detail.$or'],
    [
      'within a branch',
      { detail: { $or: [{ a: [1], $or: branches }, { b: [1] }] } },
      'detail.$or[0].$or stands beside "a"',
    ],
  ])('$or beside other fields, %s', (_, pattern, problem) => {
    // The matcher, like the open-source one, takes it: that is why it needs a check of its own.
    expect(() => validateEventPattern(pattern)).not.toThrow();
    expect(patternAmbiguities(pattern).join()).toContain(problem);
  });

  it('2,048 characters and more', () => {
    const pattern = { source: ['x'.repeat(2048 - '{"source":[""]}'.length)] };
    expect(patternAmbiguities(pattern)).toEqual([
      'the pattern has 2048 characters; less than 2048 are wanted',
    ]);
  });

  it('what EventBridge refuses anyway', () => {
    expect(patternAmbiguities({ source: 'aws.iam' })).toHaveLength(1);
  });
});

it.each([
  ['$or alone', { source, detail: { $or: branches } }],
  ['$or alone in a branch', { detail: { $or: [{ $or: branches }, { b: [1] }] } }],
  ['2,047 characters', { source: ['x'.repeat(2047 - '{"source":[""]}'.length)] }],
])('%s is accepted by every reading', (_, pattern) => {
  expect(patternAmbiguities(pattern)).toEqual([]);
});
