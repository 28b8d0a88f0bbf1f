import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const sample = join(import.meta.dirname, '..', 'testing', 'sample.ts');
const options = { timeout: 60_000, encoding: 'utf8' } as const;
const run = (...argv: string[]) =>
  spawnSync(process.execPath, ['--import', 'tsx', sample, ...argv], options);

it('ends with the status of what it ran', () => {
  expect(run()).toMatchObject({ status: 0, stderr: '' });
  expect(run('--event', 'unexpected')).toMatchObject({ status: 1, stderr: '', stdout: '' });
});

it.each([['--help'], ['--limit', 'many', '-h'], ['--nonsense', '--help']])(
  'help beats everything: %j',
  (...argv) => {
    const { status, stdout, stderr } = run(...argv);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('Exit status: 0 done');
  },
);

it('wrong usage is one line on stderr, and 2', () => {
  expect(run('--limit', 'many')).toMatchObject({
    status: 2,
    stdout: '',
    stderr: 'sample: --limit must be a whole number from 1 to 100, got "many"\n',
  });
});

it('what the user can fix is its message alone, made harmless for the terminal, and 1', () => {
  expect(run('--event', 'missing')).toMatchObject({
    status: 1,
    stderr: 'sample: missing: \ufffd[31mred\n',
  });
});

it('a defect shows where it is', () => {
  const { status, stderr } = run('--event', 'defect');
  expect(status).toBe(1);
  expect(stderr).toMatch(/TypeError: a defect\n\s+at .*sample-command/);
});

it.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('%s lets it clean up, and ends it with %d', async (signal, expected) => {
  const child = spawn(process.execPath, ['--import', 'tsx', sample, '--event', 'wait'], options);
  let stdout = '';
  child.stdout.on('data', (chunk: Buffer) => {
    stdout += chunk.toString();
    if (stdout === 'waiting\n') child.kill(signal);
  });
  const [status]: (number | null)[] = await once(child, 'close');
  expect({ status, stdout }).toEqual({ status: expected, stdout: 'waiting\ncleaned up\n' });
});

it('a reader that stops reading is no failure', async () => {
  const child = spawn(process.execPath, ['--import', 'tsx', sample, '--event', 'wait'], options);
  let stderr = '';
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  child.stdout.destroy();
  const [status]: (number | null)[] = await once(child, 'exit');
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});
