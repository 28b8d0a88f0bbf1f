import { helpText, readFlags, UsageError } from '@root-activity-monitor/command-line';
import { afterEach, expect, it } from 'vitest';
import { chaosCommand } from './command.ts';

const read = (...argv: readonly string[]) => readFlags(argv, chaosCommand.flags);

afterEach(() => {
  delete process.env['NX_VERBOSE_LOGGING'];
});

it('runs twenty seeds by default, or as many as it is told, or replays one', () => {
  expect(read()).toEqual({ seeds: 20, verbose: false });
  expect(read('--seeds=3')).toMatchObject({ seeds: 3 });
  expect(read('--seed', '17')).toMatchObject({ seed: 17 });
});

it('knows --verbose, which Nx keeps for itself', () => {
  expect(read('--verbose').verbose).toBe(true);
  process.env['NX_VERBOSE_LOGGING'] = 'true';
  expect(read().verbose).toBe(true);
});

it.each([
  [['--seeds', 'abc'], '--seeds must be a whole number from 1 to 999999, got "abc"'],
  [['--seed', '0'], '--seed must be a whole number from 1 to 999999, got "0"'],
  [['--seed', '1', '--seeds', '2'], '--seed and --seeds exclude each other'],
  [['--sedes', '2'], 'unknown flag --sedes; did you mean --seeds?'],
  [['--bundle', '--verbose'], '--bundle needs a value: a folder with an index.mjs'],
  [['--bundle', 'nowhere'], '--bundle must be a folder with an index.mjs, got "nowhere"'],
  [['5'], 'unexpected argument "5"'],
])('refuses %j: %s', (argv, message) => {
  expect(() => read(...argv)).toThrow(UsageError);
  expect(() => read(...argv)).toThrow(message);
});

it('says in its help how to call it, and every default', () => {
  const help = helpText(chaosCommand);
  for (const words of ['npx nx run tools:chaos', '--seeds N', '20 by default', 'Exit status'])
    expect(help).toContain(words);
});
