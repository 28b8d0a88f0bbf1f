import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFixture } from '@root-activity-monitor/event-fixtures';
import { describe, expect, it } from 'vitest';
import { linesOf, type Ended } from '../testing/run-simulate.ts';
import { workspaceRoot } from './workspace.ts';

const program = join(workspaceRoot, 'tools', 'simulate', 'simulate.mjs');
const record = findFixture('root-sign-in')!.envelope.detail;

/** Runs the program in a process, as a user does. */
function simulate(
  argv: readonly string[],
  { stdin = '', signalAfter = '', closeAfter = '', env = {} } = {},
): Promise<Ended> {
  const child = spawn(process.execPath, [program, ...argv], {
    cwd: tmpdir(),
    env: { ...process.env, NO_COLOR: '1', ...env },
  });
  const ended = { out: '', err: '' };
  child.stdout.on('data', (chunk: Buffer) => {
    ended.out += chunk.toString();
    if (signalAfter !== '' && ended.out.includes(signalAfter)) child.kill('SIGINT');
    if (closeAfter !== '') child.stdout.destroy();
  });
  child.stderr.on('data', (chunk: Buffer) => (ended.err += chunk.toString()));
  child.stdin.end(stdin);
  return new Promise((resolve) => child.on('close', (status) => resolve({ status, ...ended })));
}

describe.concurrent('the program', () => {
  it('reads ten records from stdin with a malformed one: nine results and a degraded alert', async () => {
    const records: unknown[] = Array.from({ length: 10 }, (_, index) => ({
      ...record,
      eventID: `id-${index}`,
      userIdentity: { type: 'IAMUser' },
    }));
    records[3] = 'broken';
    const stdin = JSON.stringify({ Records: records });
    const ended = await simulate(['--event', '-', '--json'], { stdin });
    expect({ status: ended.status, err: ended.err }).toEqual({ status: 0, err: '' });
    const results = linesOf(ended);
    expect(results).toHaveLength(10);
    expect(results.filter(({ outcome }) => outcome === 'degraded')).toHaveLength(1);
    expect(results[3]).toMatchObject({
      outcome: 'degraded',
      detection: 'unrecognized-root-event',
      subject: expect.any(String),
    });
  });

  it.each([
    [['--evnt', 'x'], 'unknown flag --evnt; did you mean --event?'],
    [['--event', 'missing.json'], '--event missing.json: there is no such file or folder'],
  ])('%j is wrong use: one line, status 2', async (argv, message) => {
    const err = `simulate: ${message}\n`;
    expect(await simulate(argv)).toEqual({ status: 2, out: '', err });
  });

  it('helps, whatever else is wrong', async () => {
    const { status, out, err } = await simulate(['--account', 'abc', '--help']);
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toMatch(/--event PATH/);
  });

  it('stops quietly when nobody reads on', async () => {
    const { status, err } = await simulate(['--list'], { closeAfter: 'fixture' });
    expect({ status, err }).toEqual({ status: 0, err: '' });
  });

  it('is coloured in a pipe where FORCE_COLOR wants it, and never with NO_COLOR', async () => {
    const colored = { NO_COLOR: '', FORCE_COLOR: '1' };
    expect((await simulate(['--list'], { env: colored })).out).toMatch(/\u001b\[/);
    const both = { NO_COLOR: '1', FORCE_COLOR: '1' };
    expect((await simulate(['--list'], { env: both })).out).not.toMatch(/\u001b/);
  });

  it('ends at an interrupt with 130, and says nothing of it', async () => {
    const { status, err } = await simulate(['--all'], { signalAfter: '✓' });
    expect({ status, err }).toEqual({ status: 130, err: '' });
  });
});
