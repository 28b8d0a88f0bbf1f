import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pc from 'picocolors';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Checklist } from './checklist.ts';

let folder: string;
let lines: string[];
let checklist: Checklist;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'checklist-'));
  lines = [];
  checklist = new Checklist((line) => lines.push(line), {
    columns: undefined,
    colors: pc.createColors(false),
  });
});
afterEach(() => rmSync(folder, { recursive: true }));

const end = () => {
  const path = join(folder, 'results', 'e2e.json');
  checklist.end(path);
  return JSON.parse(readFileSync(path, 'utf8'));
};

it('counts what passed, and what failed with what it throws', async () => {
  await checklist.step('one', async () => 'three things');
  const broken = new Error('gone');
  await expect(checklist.step('two', () => Promise.reject(broken))).rejects.toBe(broken);
  expect(end()).toEqual({
    numTotalTests: 2,
    numPassedTests: 1,
    numFailedTests: 1,
    numPendingTests: 0,
  });
  expect(lines[0]).toMatch(/^✓ +\d+\.\d s {2}one: three things$/);
  expect(lines[1]).toMatch(/^✗/);
});

it('what was skipped is shown, with the reason, and counted as such', () => {
  checklist.skip('end to end', 'moto_server is not installed');
  expect(end()).toMatchObject({ numPassedTests: 0, numPendingTests: 1 });
  expect(lines.join('\n')).toContain('end to end: skipped, moto_server is not installed');
  expect(lines.at(-1)).toContain('0 passed, 0 failed, 1 skipped');
});

it('what a run cannot prove is listed at its end', () => {
  checklist.unproven('mail');
  end();
  expect(lines).toContain('  - mail');
});
