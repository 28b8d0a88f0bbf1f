import { expect, it } from 'vitest';
import { helpText as chaosHelp, readOptions as chaos } from '@root-activity-monitor/chaos';
import { helpText as stormHelp, readOptions as storm } from '@root-activity-monitor/storm';
import { UsageError } from '@root-activity-monitor/command-line';
import { readFlags } from '@root-activity-monitor/tools/command-line';

const flags = {
  queue: { type: 'string' },
  send: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

it('what is given is read', () => {
  expect(readFlags(['--queue', 'a', '--send'], flags)).toEqual({ queue: 'a', send: true });
  expect(readFlags(['--queue=-a', '-h'], flags)).toEqual({ queue: '-a', help: true });
});

it.each([
  [['--qeue', 'a'], 'unknown flag --qeue; did you mean --queue?'],
  [['--zzzzzzzz'], 'unknown flag --zzzzzzzz; see --help'],
  [['a'], 'unexpected argument "a"; every input has a flag, see --help'],
  [['--queue'], '--queue needs a value, see --help'],
  [['--queue', '--send'], '--queue needs a value, see --help'],
  [['--queue', '-5'], '--queue needs a value, see --help'],
  [['--send=yes'], '--send takes no value, but is "yes"'],
  [['--queue', 'a', '--queue', 'b'], '--queue is given twice'],
])('%j: %s', (argv, message) => {
  expect(() => readFlags(argv, flags)).toThrow(new UsageError(message));
});

it.each([
  ['chaos', chaos, '--sedes', '--seeds'],
  ['storm', storm, '--event', '--events'],
])('%s names the flag that was probably meant', (_, read, wrong, meant) => {
  expect(() => read([wrong])).toThrow(`unknown flag ${wrong}; did you mean ${meant}?`);
});

it.each([
  ['chaos', chaosHelp, ['npx nx run tools:chaos', '--seeds N', '20 by default']],
  ['storm', stormHelp, ['npx nx run tools:storm', '--events N', '5000 by default', '--bundle']],
])('the help of %s shows how to call it, every flag and the defaults', (_, help, shown) => {
  for (const words of [...shown, '--help', 'Exit status']) expect(help).toContain(words);
  expect(Math.max(...help.split('\n').map(({ length }) => length))).toBeLessThan(80);
});
