import { PassThrough } from 'node:stream';
import { expect, it } from 'vitest';
import { screenOf } from './screen.ts';

const stream = (isTTY: boolean, columns = 80) =>
  Object.assign(new PassThrough(), { isTTY, columns }) as unknown as NodeJS.WriteStream;
const colored = (isTTY: boolean, env: NodeJS.ProcessEnv) =>
  screenOf(stream(isTTY), env).colors.isColorSupported;

it.each([
  ['a terminal', true, {}, true],
  ['a pipe', false, {}, false],
  ['a terminal where nobody wants colours', true, { NO_COLOR: '1' }, false],
  ['a terminal that can show none', true, { TERM: 'dumb' }, false],
  ['a pipe where somebody wants them', false, { FORCE_COLOR: '1' }, true],
  ['a pipe where somebody wants both', false, { FORCE_COLOR: '1', NO_COLOR: '1' }, false],
  ['a terminal where they are forced off', true, { FORCE_COLOR: '0' }, false],
  ['a pipe under Nx', false, { FORCE_COLOR: 'true', NX_TASK_TARGET_TARGET: 'simulate' }, false],
  ['a pipe under Nx, forced', false, { FORCE_COLOR: '1', NX_TASK_TARGET_TARGET: 'x' }, true],
  ['a terminal under Nx', true, { FORCE_COLOR: 'true', NX_TASK_TARGET_TARGET: 'simulate' }, true],
])('colours in %s', (_, isTTY, env, expected) => {
  expect(colored(isTTY, env)).toBe(expected);
});

it.each([
  [stream(true, 50), 50],
  [stream(true, 20), 30],
  [stream(true, 200), 100],
  [stream(false), undefined],
])('wraps by the width of the terminal, within reason (case %#)', (one, columns) => {
  expect(screenOf(one, {}).columns).toBe(columns);
});
