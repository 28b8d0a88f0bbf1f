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
  { stdin = '', signalAfter = '', closeAfter = '', env = {} } = {},
): Promise<Ended> {
  const child = spawn(process.execPath, [program, ...argv], {
    cwd: folder,
    env: { ...process.env, INIT_CWD: folder, NO_COLOR: '1', ...env },
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
    [['--account', 'abc'], /--account must be .* got "abc"/],
    [['--account', '1234567890123'], /got "1234567890123"/],
    [['--fixture', 'root-sing-in'], /"root-sing-in"; did you mean "root-sign-in"/],
    [['--fixture', 'root-sign-in/nothing'], /did you mean "root-sign-in\/virtual-mfa"/],
    [['--fixture', 'root-sign-in/virtual-mafia'], /did you mean "root-sign-in\/virtual-mfa"/],
    [['--region', 'eu-centrl-1'], /did you mean "eu-central-1"/],
    [['--list', '--account', '1'], /--list only shows/],
    [['--event', 'timeless.json'], /timeless\.json: the record has no readable eventTime/],
    [['--event', 'missing.json'], /missing\.json: there is no such file/],
    [['--event', 'not-json.txt'], /not-json\.txt: not JSON: unexpected text at line 1, column 1/],
    [['--event', 'utf-16.json'], /utf-16\.json: the text is in UTF-16 \(little-endian\); UTF-8 is/],
    [
      ['--event', 'no-mark.json'],
      /no-mark\.json: the text is in UTF-16 \(little-endian\); UTF-8 is/,
    ],
    [['--event', 'swapped.json'], /swapped\.json: the text is in UTF-16 \(big-endian\); UTF-8 is/],
    [['--bus', 'nonsense', '--yes'], /--bus must be the ARN/],
    [['--evnt', 'x'], /unknown flag --evnt; did you mean --event\?/],
  ])('%j is wrong use: one line, status 2', async (argv, message) => {
    const utf16 = Buffer.from(`\uFEFF${JSON.stringify(record)}`, 'utf16le');
    writeFileSync(join(folder, 'not-json.txt'), 'hello');
    writeFileSync(
      join(folder, 'timeless.json'),
      JSON.stringify({ ...record, eventTime: undefined }),
    );
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

  it('stops root activity in a Region that is not watched, and fails', async () => {
    const ended = await simulate(['--region', 'af-south-1', '--json']);
    expect(ended.status).toBe(1);
    const [line] = linesOf(ended);
    expect(line).toMatchObject({ outcome: 'not-forwarded', region: 'af-south-1', subject: null });
    expect(line!['stages']).toContainEqual(
      expect.objectContaining({
        name: 'forwarding-rule',
        passed: false,
        reason: expect.stringMatching(/^Region af-south-1 is not watched/),
      }),
    );
  });

  it.each(['simulation', 'replay', 'put-events-default-bus', 'put-events-central-bus'])(
    'plays what it plays by default by way of %s, as that road is meant',
    async (via) => {
      expect((await simulate(['--via', via])).status).toBe(0);
    },
  );

  it('marks a simulation as one', async () => {
    const { out } = await simulate(['--via', 'simulation']);
    expect(out).toMatch(/^Subject: \[SIMULATION\] /m);
  });

  it('plays a trail in the order of its time: alerts, a digest, and what became of each', async () => {
    const at = (time: string, more = {}) => ({
      ...record,
      eventTime: time,
      eventID: time,
      ...more,
    });
    const trail = [
      at('2026-11-04T03:49:00Z'),
      at('2026-11-02T10:05:00Z'),
      at('2026-11-02T10:00:00Z'),
      at('2026-11-02T10:01:00Z', { userIdentity: { type: 'IAMUser' } }),
    ];
    writeFileSync(join(folder, 'trail.jsonl'), trail.map((one) => JSON.stringify(one)).join('\n'));
    const ended = await simulate(['--event', 'trail.jsonl', '--json']);
    expect({ status: ended.status, err: ended.err }).toEqual({ status: 0, err: '' });
    const lines = linesOf(ended);
    expect(lines.map(({ kind, outcome, toldAt }) => [kind, outcome, toldAt])).toEqual([
      ['event', 'alerted', '2026-11-02T10:00:00Z'],
      ['event', 'not-forwarded', null],
      ['event', 'digested', '2026-11-02T10:25:00Z'],
      ['digest', 'sent', undefined],
      ['event', 'alerted', '2026-11-04T03:49:00Z'],
    ]);
    const digest = lines[3]!;
    expect(digest).toMatchObject({ at: '2026-11-02T10:25:00Z', count: 1, to: expect.any(Array) });
    expect(digest['subject']).toMatch(/^\[DIGEST\] /);
    expect(lines[2]!['digest']).toEqual({ at: digest['at'], subject: digest['subject'] });

    const people = await simulate(['--event', 'trail.jsonl']);
    expect(people.out).toMatch(/^2026-11-02T10:00:00Z {2}alerted {2}ConsoleLogin/m);
    expect(people.out).toMatch(/^2026-11-02T10:25:00Z {2}digest {2}of 1 event$/m);
    expect(people.out).toMatch(/^Subject: \[DIGEST\] /m);
    expect(people.out).toMatch(/^1 not-forwarded: rule /m);
    expect(people.out).not.toMatch(/ {2}not-forwarded {2}| {2}digested {2}/);
    expect(people.out.trimEnd()).toMatch(/\n2 alerted, 1 digested, 1 not-forwarded, 1 digest$/);
    const verbose = await simulate(['--event', 'trail.jsonl', '--verbose']);
    expect(verbose.out).toMatch(/^2026-11-02T10:01:00Z {2}not-forwarded {2}/m);
    expect(verbose.out.match(/^Subject: /gm)).toHaveLength(3);
  });

  it('names a line that is no JSON, plays the others and ends with 2', async () => {
    const stdin = `${JSON.stringify(record)}\n{"eventName": \n${JSON.stringify({ ...record, eventID: 'second-event' })}\n`;
    const { status, out, err } = await simulate(['--event', '-'], { stdin });
    expect(status).toBe(2);
    expect(err).toMatch(/^--event stdin: line 2 is not JSON: it ends too early, at column \d+\n$/);
    expect(out).toMatch(/^1 alerted, 1 digested, 1 digest$/m);
  });

  it('makes nothing up about a damaged entry', async () => {
    const [line] = linesOf(await simulate(['--event', '-', '--json'], { stdin: '{}' }));
    expect(line).toMatchObject({ outcome: 'degraded', account: null, region: null });
    expect(line!['body']).not.toMatch(/1970|000000000000/);
    expect(line!['body']).toMatch(/When: +not recorded/);
  });

  it.each([
    ['sms', /characters of GSM 03\.38, 1 part/],
    ['json', /"Type": "Notification"/],
    ['chat', /┃ HIGH: Root sign-in/],
  ])('shows the message as %s', async (format, shown) => {
    expect((await simulate(['--format', format])).out).toMatch(shown);
  });

  it('is coloured in a pipe where FORCE_COLOR wants it, and never with NO_COLOR', async () => {
    const colored = { NO_COLOR: '', FORCE_COLOR: '1' };
    expect((await simulate(['--list'], { env: colored })).out).toMatch(/\u001b\[/);
    const both = { NO_COLOR: '1', FORCE_COLOR: '1' };
    expect((await simulate(['--list'], { env: both })).out).not.toMatch(/\u001b/);
  });

  it('helps within 80 columns', async () => {
    const { out } = await simulate(['--help']);
    expect(Math.max(...out.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(79);
    expect(out).toMatch(/^Exit status: 0 .*; 1 .*; 2\s/m);
  });

  it('ends at an interrupt with 130', async () => {
    const { status } = await simulate(['--all'], { signalAfter: '✓' });
    expect(status).toBe(130);
  });
});
