import { UsageError } from '@root-activity-monitor/command-line';
import { expect, it } from 'vitest';
import { readOptions } from './command.ts';

it('runs twenty seeds unless told otherwise, or replays one', () => {
  expect(readOptions([]).seeds).toHaveLength(20);
  expect(readOptions(['--seeds=3']).seeds).toEqual([1, 2, 3]);
  expect(readOptions(['--seed', '17']).seeds).toEqual([17]);
  // Nx keeps --verbose for itself.
  expect(readOptions([], { NX_VERBOSE_LOGGING: 'true' }).verbose).toBe(true);
});

it.each([
  [['--seeds', 'abc']],
  [['--seeds', '0']],
  [['--seed', '1', '--seeds', '2']],
  [['--sedes', '2']],
  [['5']],
])('refuses %j', (argv) => {
  expect(() => readOptions(argv)).toThrow(UsageError);
});
