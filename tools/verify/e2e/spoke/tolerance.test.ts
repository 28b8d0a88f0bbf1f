import { expect, test } from 'vitest';
import { survivesDeniedRegion, tolerated } from './tolerance.ts';

test.each([
  [9, 10, 0],
  [10, 10, 1],
  [19, 10, 1],
  [2, 100, 2],
])('%i accounts, %i percent: %i may fail', (accounts, FailureTolerancePercentage, wanted) => {
  expect(tolerated({ FailureTolerancePercentage }, accounts)).toBe(wanted);
});

test('a count is taken as it is, and nothing is tolerated without either', () => {
  expect(tolerated({ FailureToleranceCount: 3, FailureTolerancePercentage: 10 }, 5)).toBe(3);
  expect(tolerated({}, 1_000)).toBe(0);
});

test.each([2, 12, 1_000])(
  'with a tenth, a Region denied to all %i accounts undoes everything',
  (accounts) => {
    expect(survivesDeniedRegion({ FailureTolerancePercentage: 10 }, accounts)).toBe(false);
    expect(survivesDeniedRegion({ FailureTolerancePercentage: 100 }, accounts)).toBe(true);
  },
);
