import { UsageError } from '@root-activity-monitor/command-line';
import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { askUser, type Terminal } from './ask-user.ts';

const ask = async (typed: string, isTTY = true) => {
  const input = Object.assign(new PassThrough(), { isTTY });
  const terminal = { input, output: new PassThrough() } as unknown as Terminal;
  const answer = askUser('Send?', new AbortController().signal, terminal);
  input.end(typed);
  return await answer;
};

test.each([
  ['y\n', true],
  ['YES\n', true],
  ['n\n', false],
  ['\n', false],
  ['', false],
  ['yolo\n', false],
])('%j means %s', async (typed, meant) => {
  expect(await ask(typed)).toBe(meant);
});

test('without a terminal there is nobody to ask', async () => {
  await expect(ask('y\n', false)).rejects.toBeInstanceOf(UsageError);
});
