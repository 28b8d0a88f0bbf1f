import { expect, it } from 'vitest';
import { survivesDeniedRegion, tolerated } from './tolerance.ts';

it.each([
  [9, 10, 0],
  [10, 10, 1],
  [19, 10, 1],
  [2, 100, 2],
])('%i accounts, %i percent: %i may fail', (accounts, FailureTolerancePercentage, expected) => {
  expect(tolerated({ FailureTolerancePercentage }, accounts)).toBe(expected);
});

it('a count is taken as it is, and nothing is tolerated without either', () => {
  expect(tolerated({ FailureToleranceCount: 3, FailureTolerancePercentage: 10 }, 5)).toBe(3);
  expect(tolerated({}, 1_000)).toBe(0);
});

it.each([2, 12, 1_000])(
  'with a tenth, a Region denied to all %i accounts rolls everything back',
  (accounts) => {
    expect(survivesDeniedRegion({ FailureTolerancePercentage: 10 }, accounts)).toBe(false);
    expect(survivesDeniedRegion({ FailureTolerancePercentage: 100 }, accounts)).toBe(true);
  },
);
