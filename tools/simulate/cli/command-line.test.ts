import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFixture, loadFixtures } from '@root-activity-monitor/event-fixtures';
import { afterAll, describe, expect, it } from 'vitest';
import { workspaceRoot } from './workspace.ts';

const folder = mkdtempSync(join(tmpdir(), 'command-line-'));
afterAll(() => rmSync(folder, { recursive: true }));

const program = join(workspaceRoot, 'tools', 'simulate', 'simulate.mjs');
const record = findFixture('root-sign-in')!.envelope.detail;

interface Ended {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the program in the test's folder. */
function simulate(
  argv: readonly string[],
  { stdin = '', signalAfter = '', closeAfter = '' } = {},
): Promise<Ended> {
  const child = spawn(process.execPath, [program, ...argv], {
    cwd: folder,
    env: { ...process.env, INIT_CWD: folder, NO_COLOR: '1' },
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

const linesOf = ({ out }: Ended) =>
  out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

describe.concurrent('the program', () => {
  it('shows stages and mail for an account of three digits', async () => {
    const { status, out, err } = await simulate(['--account', '123']);
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toMatch(/✓ default-bus .*000000000123/);
    expect(out).toMatch(/✓ mail /);
    expect(out).toMatch(/Subject: \[HIGH\] Root sign-in.*000000000123/);
    expect(out).not.toMatch(/\u001b/);
  });

  it('writes nothing but JSON with --json', async () => {
    const ended = await simulate([
      '--fixture',
      'root-access-key-created',
      '--region',
      'eu-central-1',
      '--json',
    ]);
    expect(ended.status).toBe(0);
    const [line, ...more] = linesOf(ended);
    expect(more).toEqual([]);
    expect(line).toMatchObject({
      eventId: expect.any(String),
      eventName: 'CreateAccessKey',
      region: 'eu-central-1',
      outcome: 'alerted',
      detection: 'root-access-key-created',
      severity: 'critical',
      subject: expect.stringMatching(/^\[CRITICAL\]/),
      body: expect.any(String),
      stages: expect.arrayContaining([
        { name: 'mail', passed: true, reason: expect.any(String), ms: expect.any(Number) },
      ]),
      messageAttributes: { severity: 'critical', simulated: 'false' },
    });
  });

  it('reads ten records with a malformed one: nine results and a degraded alert', async () => {
    const records: unknown[] = Array.from({ length: 10 }, (_, index) => ({
      ...record,
      eventID: `id-${index}`,
      userIdentity: { type: 'IAMUser' },
    }));
    records[3] = 'broken';
    const ended = await simulate(['--event', '-', '--json'], {
      stdin: JSON.stringify({ Records: records }),
    });
    expect(ended.status).toBe(0);
    const results = linesOf(ended);
    expect(results).toHaveLength(10);
    expect(results.map(({ outcome }) => outcome).filter((one) => one === 'degraded')).toHaveLength(
      1,
    );
    expect(results[3]).toMatchObject({
      outcome: 'degraded',
      detection: 'unrecognized-root-event',
      subject: expect.any(String),
    });
  });

  it('shows a forged event as refused, and that that is right', async () => {
    const { status, out } = await simulate([
      '--fixture',
      'root-sign-in',
      '--account',
      '444455556666',
      '--via',
      'outside-organization',
    ]);
    expect(status).toBe(0);
    expect(out).toMatch(/✗ central-bus-policy /);
    expect(out).toMatch(/^rejected/m);
  });

  it('stops quietly when nobody reads on', async () => {
    const { status, err } = await simulate(['--list'], { closeAfter: 'fixture' });
    expect({ status, err }).toEqual({ status: 0, err: '' });
  });

  it.each([
    [['--account', 'abc'], /--account is "abc"/],
    [['--account', '1234567890123'], /--account is "1234567890123"/],
    [['--fixture', 'root-sing-in'], /"root-sing-in".*the nearest is root-sign-in/],
    [['--event', 'missing.json'], /missing\.json: there is no such file/],
    [['--event', 'not-json.txt'], /not-json\.txt: not JSON: unexpected text at line 1, column 1/],
    [['--event', 'utf-16.json'], /utf-16\.json: the text is in UTF-16 \(little-endian\); UTF-8 is/],
    [
      ['--event', 'no-mark.json'],
      /no-mark\.json: the text is in UTF-16 \(little-endian\); UTF-8 is/,
    ],
    [['--event', 'swapped.json'], /swapped\.json: the text is in UTF-16 \(big-endian\); UTF-8 is/],
    [['--bus', 'nonsense', '--yes'], /--bus is "nonsense", which is not the ARN/],
    [['--evnt', 'x'], /unknown flag --evnt; did you mean --event\?/],
  ])('%j is wrong use: one line, status 2', async (argv, message) => {
    const utf16 = Buffer.from(`\uFEFF${JSON.stringify(record)}`, 'utf16le');
    writeFileSync(join(folder, 'not-json.txt'), 'hello');
    writeFileSync(join(folder, 'utf-16.json'), utf16);
    writeFileSync(join(folder, 'no-mark.json'), utf16.subarray(2));
    writeFileSync(join(folder, 'swapped.json'), Buffer.from(utf16).swap16());
    const { status, out, err } = await simulate(argv);
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toMatch(message);
    expect(err).toMatch(/^simulate: /);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
  });

  it('lists the fixtures by detection, and helps', async () => {
    const { out } = await simulate(['--list']);
    expect(out).toMatch(/^root-sign-in$/m);
    expect(out).toMatch(/^ {2}root-sign-in\/\S+ \(typical\)\n {6}\S.*\.$/m);
    expect((await simulate(['--help'])).out).toMatch(/--event PATH/);
  });

  it('lists them for programs, one object a fixture', async () => {
    const ended = await simulate(['--list', '--json']);
    expect({ status: ended.status, err: ended.err }).toEqual({ status: 0, err: '' });
    const listed = linesOf(ended);
    expect(listed.map(({ name }) => name)).toEqual(loadFixtures().map(({ name }) => name));
    const { folder, name, about, expect: expected } = findFixture('root-sign-in')!;
    expect(listed).toContainEqual({ name, folder, about, expect: expected });
  });

  it('ends at an interrupt with 130', async () => {
    const { status } = await simulate(['--all'], { signalAfter: '✓' });
    expect(status).toBe(130);
  });
});
