import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readFlags } from '@root-activity-monitor/command-line';
import { soakCommand } from './command.ts';
import { soak } from './soak.ts';

const folder = mkdtempSync(join(tmpdir(), 'soak-'));
afterAll(() => rmSync(folder, { recursive: true }));

const never = new AbortController().signal;
const testing = (code: string) => ({ command: process.execPath, argv: ['-e', code], cwd: folder });

describe('rounds of tests', () => {
  it('are counted, and the output of a failed one is kept', async () => {
    const lines: string[] = [];
    const flaky = `const fs = require('node:fs');
      fs.appendFileSync('rounds', '.');
      console.log('cache skipped: ' + process.env.NX_SKIP_NX_CACHE);
      process.exit(fs.readFileSync('rounds').length === 2 ? 1 : 0);`;
    const options = { rounds: 3, loops: 1 };
    const failed = await soak(testing(flaky), options, folder, (line) => lines.push(line), never);
    expect(failed).toBe(1);
    expect(lines[1]).toContain(`failed (exit status 1): ${join(folder, 'round-2.txt')}`);
    expect(lines.at(-1)).toBe('2 of 3 rounds passed beside 1 busy loops');
    expect(readFileSync(join(folder, 'round-2.txt'), 'utf8')).toBe('cache skipped: true\n');
  });

  it('end when they are aborted, and do not count as passed', async () => {
    const stop = new AbortController();
    const options = { rounds: 2, loops: 0 };
    const ended = soak(testing('setInterval(() => 1, 100)'), options, folder, () => 0, stop.signal);
    stop.abort();
    expect(await ended).toBe(2);
  });
});

it.each([
  [['--rounds', '0'], '--rounds must be a whole number from 1 to 100, got "0"'],
  [['--loops', 'many'], '--loops must be a whole number from 0 to 32, got "many"'],
])('%j is wrong usage', (argv, message) => {
  expect(() => readFlags(argv, soakCommand.flags)).toThrow(message);
});
