import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFixture } from '@root-activity-monitor/event-fixtures';
import { afterAll, describe, expect, it } from 'vitest';
import { linesOf, runSimulate } from '../testing/run-simulate.ts';

const folder = mkdtempSync(join(tmpdir(), 'own-events-'));
afterAll(() => rmSync(folder, { recursive: true }));

const record = findFixture('root-sign-in')!.envelope.detail;
const simulate = (...argv: string[]) => runSimulate(argv, folder);
const write = (name: string, text: string | Buffer) => writeFileSync(join(folder, name), text);

describe('events of the user', () => {
  it('are played in the order of their time: alerts, a digest, and what became of each', async () => {
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
    write('trail.jsonl', trail.map((one) => JSON.stringify(one)).join('\n'));
    const ended = await simulate('--event', 'trail.jsonl', '--json');
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

    const people = await simulate('--event', 'trail.jsonl');
    expect(people.out).toMatch(/^2026-11-02T10:00:00Z {2}alerted {2}ConsoleLogin/m);
    expect(people.out).toMatch(/^2026-11-02T10:25:00Z {2}digest {2}of 1 event$/m);
    expect(people.out).toMatch(/^Subject: \[DIGEST\] /m);
    expect(people.out).toMatch(/^1 not-forwarded: rule /m);
    expect(people.out).not.toMatch(/ {2}not-forwarded {2}| {2}digested {2}/);
    expect(people.out.trimEnd()).toMatch(/\n2 alerted, 1 digested, 1 not-forwarded, 1 digest$/);
    const verbose = await simulate('--event', 'trail.jsonl', '--verbose');
    expect(verbose.out).toMatch(/^2026-11-02T10:01:00Z {2}not-forwarded {2}/m);
    expect(verbose.out.match(/^Subject: /gm)).toHaveLength(3);
  });

  it('are played but for a line that is no JSON, which is named, and 2', async () => {
    const second = { ...record, eventID: 'second-event' };
    write('cut.jsonl', `${JSON.stringify(record)}\n{"eventName": \n${JSON.stringify(second)}\n`);
    const { status, out, err } = await simulate('--event', 'cut.jsonl');
    expect(status).toBe(2);
    expect(err).toMatch(
      /^--event cut\.jsonl: line 2 is not JSON: it ends too early, at column \d+\n$/,
    );
    expect(out).toMatch(/^1 alerted, 1 digested, 1 digest$/m);
  });

  it('are not made up where an entry is damaged', async () => {
    write('empty.json', '{}');
    const [line] = linesOf(await simulate('--event', 'empty.json', '--json'));
    expect(line).toMatchObject({ outcome: 'degraded', account: null, region: null });
    expect(line!['body']).not.toMatch(/1970|000000000000/);
    expect(line!['body']).toMatch(/When: +not recorded/);
  });

  it.each([
    [['--fixture', 'root-sing-in'], /"root-sing-in"; did you mean "root-sign-in"\?$/],
    [['--fixture', 'root-sign-in/nothing'], /did you mean "root-sign-in\/virtual-mfa"\?$/],
    [['--fixture', 'root-sign-in/virtual-mafia'], /did you mean "root-sign-in\/virtual-mfa"\?$/],
    [['--event', 'timeless.json'], /timeless\.json: the record has no readable eventTime/],
    [['--event', 'missing.json'], /missing\.json: there is no such file/],
    [['--event', 'not-json.txt'], /not-json\.txt: not JSON: unexpected text at line 1, column 1/],
    [['--event', 'utf-16.json'], /utf-16\.json: the text is in UTF-16 \(little-endian\); UTF-8 is/],
    [['--event', 'no-mark.json'], /no-mark\.json: the text is in UTF-16 \(little-endian\); UTF-8/],
    [['--event', 'swapped.json'], /swapped\.json: the text is in UTF-16 \(big-endian\); UTF-8 is/],
  ])('%j are wrong use, in one line', async (argv, message) => {
    const utf16 = Buffer.from(`\uFEFF${JSON.stringify(record)}`, 'utf16le');
    write('not-json.txt', 'hello');
    write('timeless.json', JSON.stringify({ ...record, eventTime: undefined }));
    write('utf-16.json', utf16);
    write('no-mark.json', utf16.subarray(2));
    write('swapped.json', Buffer.from(utf16).swap16());
    await expect(simulate(...argv)).rejects.toMatchObject({
      name: 'UsageError',
      message: expect.stringMatching(message),
    });
    await expect(simulate(...argv)).rejects.not.toMatchObject({
      message: expect.stringContaining('\n'),
    });
  });
});
