import { describe, expect, it } from 'vitest';
import { loadTemplates } from '../cli/workspace.ts';
import { edited } from '../testing/edit-template.ts';
import { eventAt, playOn, story } from '../testing/timeline.ts';

const templates = loadTemplates();
const write = (time: string) => eventAt('root-write', time);
const schedule = { in: 'hub', type: 'AWS::Events::Rule', id: 'DigestsSchedule' } as const;
const digester = { in: 'hub', type: 'AWS::Lambda::Function', id: 'Digests' } as const;
const digesterRole = { in: 'hub', type: 'AWS::IAM::Role', id: 'Digests' } as const;

describe.concurrent('events on their own time line', () => {
  it('of one session alert once, then are told of by a digest when it has gone quiet', async () => {
    const told = await playOn(templates, [
      write('2026-11-02T10:00:00Z'),
      write('2026-11-02T10:03:00Z'),
      write('2026-11-02T10:07:00Z'),
    ]);
    const name = told.flatMap((one) =>
      one.kind === 'event' ? String(one.result.event.detail['eventName']) : [],
    )[0];
    expect(story(told)).toEqual([
      `2026-11-02T10:00:00 alerted ${name}`,
      `2026-11-02T10:03:00 digested ${name}`,
      `2026-11-02T10:07:00 digested ${name}`,
      // Quiet at 10:22, closed by the round at 10:25, sent by the next one.
      '2026-11-02T10:30:00 digest of 2',
    ]);
  });

  it.each([
    ['root-sign-in/without-mfa', /within (\d+) minutes\. Anything/],
    ['root-write', /within (\d+) minutes of the last one/],
  ])('of %s bring their digest when the alert said', async (first, promise) => {
    const told = await playOn(templates, [
      eventAt(first, '2026-11-02T10:00:00Z'),
      write('2026-11-02T10:01:00Z'),
    ]);
    const alert = told.flatMap((one) => (one.kind === 'event' ? one.result.mails : []))[0];
    const digest = told.flatMap((one) => (one.kind === 'digest' ? [one.digest.at] : []))[0];
    const minutes = Number(promise.exec(alert?.body ?? '')?.[1]);
    const waited = ((digest ?? Infinity) - Date.parse('2026-11-02T10:01:00Z')) / 60_000;
    expect(waited).toBeLessThanOrEqual(minutes);
    // A promise that is much longer than the wait says nothing.
    expect(waited).toBeGreaterThan(minutes / 2);
  });

  it('two days apart are two sessions, and alert twice', async () => {
    const told = await playOn(templates, [
      write('2026-11-02T10:00:00Z'),
      write('2026-11-04T03:49:00Z'),
    ]);
    expect(story(told).map((line) => line.split(' ')[1])).toEqual(['alerted', 'alerted']);
  });

  it('are played in the order of their time, and those of the same time as they were given', async () => {
    const told = await playOn(templates, [
      eventAt('root-read', '2026-11-02T10:10:00Z', '222233334444'),
      eventAt('root-sign-in', '2026-11-02T10:00:00Z', '222233334444'),
      eventAt('not-forwarded', '2026-11-02T10:10:00Z', '222233334444'),
    ]);
    const outcomes = told.flatMap((one) => (one.kind === 'event' ? one.result.outcome : 'digest'));
    expect(outcomes).toEqual(['alerted', 'digested', 'not-forwarded', 'digest']);
  });

  it('while a session lasts are told of every hour', async () => {
    const minutes = Array.from({ length: 14 }, (_, index) => index * 10);
    const told = await playOn(
      templates,
      minutes.map((minute) => {
        const time = new Date(Date.parse('2026-11-02T10:00:00Z') + minute * 60_000);
        return write(time.toISOString().replace('.000Z', 'Z'));
      }),
    );
    const digests = story(told).filter((line) => line.includes('digest of'));
    expect(digests.map((line) => line.slice(11, 16))).toEqual(['11:05', '12:05', '12:30']);
    const counts = digests.map((line) => Number(line.split(' ').at(-1)));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(13);
  });

  it.each([
    ['a disabled schedule', { ...schedule, path: 'State', to: 'DISABLED' }, /is DISABLED/],
    ['no schedule', schedule, /no schedule of the hub template/],
    [
      'a digester that EventBridge may not invoke',
      { in: 'hub', type: 'AWS::Lambda::Permission' } as const,
      /EventBridge may not invoke/,
    ],
    [
      'a digester that fails',
      { ...digester, path: 'Handler', to: 'index.none' },
      /HandlerNotFound/,
    ],
    [
      'a digester without permissions',
      { ...digesterRole, path: 'Policies' },
      /AccessDenied|digests? failed|not authorized|no identity policy/,
    ],
  ])('with %s are never told of, and that is said', async (_, edit, why) => {
    const told = await playOn(edited(templates, edit), [
      write('2026-11-02T10:00:00Z'),
      write('2026-11-02T10:03:00Z'),
    ]);
    const last = told.at(-1);
    expect(last).toMatchObject({ kind: 'untold', results: [{ outcome: 'digested' }] });
    expect(last?.kind === 'untold' && last.why).toMatch(why);
  });

  it('see the time of the event, not of this machine', async () => {
    const told = await playOn(templates, [
      write('2031-01-01T00:00:00Z'),
      write('2031-01-01T00:01:00Z'),
    ]);
    const digest = told.find((one) => one.kind === 'digest');
    expect(digest?.kind === 'digest' && digest.digest.mail.body).toMatch(/2031-01-01 00:01:00/);
    expect(story(told).at(-1)).toMatch(/^2031-01-01T00:2\d:00 digest of 1$/);
  });
});
