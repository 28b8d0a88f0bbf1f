import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { helpText, readFlags } from '@root-activity-monitor/command-line';
import { expect, it } from 'vitest';
import { stormCommand } from './command.ts';

const read = (...argv: readonly string[]) => readFlags(argv, stormCommand.flags);

it('plays five thousand events by default, or as many as it is told', () => {
  expect(read()).toEqual({ events: 5000 });
  expect(read('--events=100000')).toEqual({ events: 100_000 });
});

it('takes the code of a folder, also by a path that begins where it was called', () => {
  const bundle = mkdtempSync(join(tmpdir(), 'bundle-'));
  writeFileSync(join(bundle, 'index.mjs'), '');
  const { bundle: folder } = read('--bundle', relative(process.cwd(), bundle));
  rmSync(bundle, { recursive: true });
  expect(folder).toBe(bundle);
});

it.each([
  [['--events', '999'], '--events must be a whole number from 1000 to 9999999, got "999"'],
  [['--event', '1000'], 'unknown flag --event; did you mean --events?'],
])('refuses %j: %s', (argv, message) => {
  expect(() => read(...argv)).toThrow(message);
});

it('says in its help how to call it, and every default', () => {
  const help = helpText(stormCommand);
  for (const words of ['npx nx run tools:storm', '--events N', '5000 by default', '--bundle'])
    expect(help).toContain(words);
});
