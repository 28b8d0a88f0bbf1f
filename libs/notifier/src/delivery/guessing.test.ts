import { describe, expect, it } from 'vitest';
import { federatedIdentity } from '../testing/records.ts';
import { alertTopicArn, minute, useScenes } from '../testing/scene.ts';

const openScene = useScenes();

const refused = { responseElements: { ConsoleLogin: 'Failure' } };
const start = Date.UTC(2026, 10, 2, 12);
const at = (minutes: number) => ({
  ...refused,
  eventTime: new Date(start + minutes * minute).toISOString().replace('.000', ''),
});

describe('refused sign-ins of one account', () => {
  it('are guessing from the fifth within fifteen minutes on, alerted once', async () => {
    const { message, notify, pass, subjects } = await openScene();
    for (let n = 0; n < 8; n += 1) {
      await notify([message('signin ConsoleLogin', at(n))]);
      pass(minute);
    }
    expect(subjects()).toEqual([
      '[MEDIUM] Root sign-in failed',
      '[HIGH] Root password is being guessed',
    ]);
  });

  it('are guessing when they come in one batch', async () => {
    const { message, notify, sent } = await openScene();
    await notify([0, 1, 2, 3, 4].map((n) => message('signin ConsoleLogin', at(n))));
    expect(sent.at(-1)?.message).toContain('were refused 5 times within 15 minutes');
  });

  it('are no guessing when they are spread over more time', async () => {
    const { message, notify, pass, subjects } = await openScene();
    for (let n = 0; n < 9; n += 1) {
      await notify([message('signin ConsoleLogin', at(n * 4))]);
      pass(4 * minute);
    }
    expect(subjects()).toEqual(['[MEDIUM] Root sign-in failed']);
  });

  it('are counted once each, however often they are delivered', async () => {
    const { message, notify, subjects } = await openScene();
    const attempts = [0, 1, 2, 3].map((n) => message('signin ConsoleLogin', at(n)));
    for (let n = 0; n < 4; n += 1) await notify(attempts);
    expect(subjects()).toEqual(['[MEDIUM] Root sign-in failed']);
  });

  it('are guessing in whatever order they arrive', async () => {
    const { message, notify, subjects } = await openScene();
    for (const n of [14, 3, 9, 0, 6]) await notify([message('signin ConsoleLogin', at(n))]);
    expect(subjects()).toContain('[HIGH] Root password is being guessed');
  });

  it('begin anew after a quiet time', async () => {
    const { message, notify, pass, subjects } = await openScene();
    for (const n of [0, 1, 2, 3]) await notify([message('signin ConsoleLogin', at(n))]);
    pass(16 * minute);
    await notify([message('signin ConsoleLogin', at(16))]);
    expect(subjects()).toEqual(['[MEDIUM] Root sign-in failed', '[MEDIUM] Root sign-in failed']);
  });

  it('are in a digest that assumes nobody signed in', async () => {
    const { digestsAfter, message, notify, sent } = await openScene();
    await notify([0, 1].map((n) => message('signin ConsoleLogin', at(n))));
    await digestsAfter(30);
    expect(sent.at(-1)?.subject).toContain('[DIGEST]');
    expect(sent.at(-1)?.message).toContain('Nobody was signed in for these events');
    expect(sent.at(-1)?.message).not.toContain('done by an intruder');
  });

  it('are no guessing when a policy refuses them', async () => {
    const { message, notify, subjects } = await openScene();
    const errorMessage = 'Authorization denied because of a resource control policy';
    for (const n of [0, 1, 2, 3, 4, 5]) {
      await notify([message('signin ConsoleLogin', { ...at(n), errorMessage })]);
    }
    expect(subjects()).toEqual(['[MEDIUM] Root sign-in refused by a policy']);
  });

  it('are guessing though a session that root issued was refused before', async () => {
    const { message, notify, subjects } = await openScene();
    const userIdentity = { ...federatedIdentity, accountId: '200000000001' };
    await notify([message('signin ConsoleLogin', { ...at(0), userIdentity })]);
    for (const n of [0, 1, 2, 3, 4]) await notify([message('signin ConsoleLogin', at(n))]);
    expect(subjects().at(-1)).toBe('[HIGH] Root password is being guessed');
  });

  it('are no guessing when the fifth comes more than fifteen minutes after the first', async () => {
    const { message, notify, subjects } = await openScene();
    for (const n of [0, 5, 10, 14]) await notify([message('signin ConsoleLogin', at(n))]);
    await notify([message('signin ConsoleLogin', at(15.1))]);
    expect(subjects()).toEqual(['[MEDIUM] Root sign-in failed']);
    await notify([message('signin ConsoleLogin', at(15))]);
    expect(subjects()).toHaveLength(2);
  });

  it('count from when they arrive, where the record does not say when they were', async () => {
    const { message, notify, subjects } = await openScene();
    for (let n = 0; n < 5; n += 1) {
      await notify([message('signin ConsoleLogin', { ...refused, eventTime: 'yesterday' })]);
    }
    expect(subjects().at(-1)).toBe('[HIGH] Root password is being guessed');
  });

  it('do not pile up without end while nothing can be published', async () => {
    const { account, message, notify, refusing, state } = await openScene();
    refusing.add(alertTopicArn);
    for (let n = 0; n < 21; n += 1) {
      const batch = Array.from({ length: 10 }, () => message('signin ConsoleLogin', at(0)));
      await notify(batch);
    }
    const key = `live#${account}#attempts`;
    const session = (await state.read([], [key])).sessions.get(key);
    expect(session?.refusals.length).toBeLessThan(220);
    refusing.clear();
    await notify([message('signin ConsoleLogin', at(0))]);
    expect((await state.read([], [key])).sessions.get(key)?.alertedSeverity).toBe('high');
  });

  it('hide no wrong MFA among them', async () => {
    const { message, notify, subjects } = await openScene();
    for (const n of [0, 1, 2, 3, 4]) await notify([message('signin ConsoleLogin', at(n))]);
    const wrongMfa = { ...at(5), additionalEventData: { MFAUsed: 'Yes' } };
    await notify([message('signin ConsoleLogin', wrongMfa)]);
    expect(subjects().at(-1)).toBe('[HIGH] Root sign-in: wrong MFA');
  });
});
