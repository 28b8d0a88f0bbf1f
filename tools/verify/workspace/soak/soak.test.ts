import { UsageError } from '@root-activity-monitor/tools/command-line';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readOptions } from './options.ts';
import { soak } from './soak.ts';

const folder = mkdtempSync(join(tmpdir(), 'soak-'));
afterAll(() => rmSync(folder, { recursive: true }));

const never = new AbortController().signal;
const testing = (code: string) => ({ command: process.execPath, argv: ['-e', code], cwd: folder });

describe('rounds of tests', () => {
  it('are counted, and what a failed one said is kept', async () => {
    const said: string[] = [];
    const flaky = `const fs = require('node:fs');
      fs.appendFileSync('rounds', '.');
      console.log('cache skipped: ' + process.env.NX_SKIP_NX_CACHE);
      process.exit(fs.readFileSync('rounds').length === 2 ? 1 : 0);`;
    const options = { rounds: 3, loops: 1 };
    const failed = await soak(testing(flaky), options, folder, (line) => said.push(line), never);
    expect(failed).toBe(1);
    expect(said[1]).toContain(`failed (exit status 1): ${join(folder, 'round-2.txt')}`);
    expect(said.at(-1)).toBe('2 of 3 rounds passed beside 1 busy loops');
    expect(readFileSync(join(folder, 'round-2.txt'), 'utf8')).toBe('cache skipped: true\n');
  });

  it('end when they are told to, and do not count as passed', async () => {
    const stop = new AbortController();
    const options = { rounds: 2, loops: 0 };
    const ended = soak(testing('setInterval(() => 1, 100)'), options, folder, () => 0, stop.signal);
    stop.abort();
    expect(await ended).toBe(2);
  });
});

it.each([
  [['--rounds', '0'], '--rounds is "0": a whole number from 1 to 100 is wanted'],
  [['--loops', 'many'], '--loops is "many": a whole number from 0 to 32 is wanted'],
  [['--round', '1'], "Unknown option '--round'"],
])('%j is wrong use', (argv, message) => {
  expect(() => readOptions(argv)).toThrow(UsageError);
  expect(() => readOptions(argv)).toThrow(message);
});
