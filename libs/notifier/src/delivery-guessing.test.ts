import { describe, expect, test } from 'vitest';
import { minute, useScenes } from './testing/scene.ts';

const openScene = useScenes();

const refused = { responseElements: { ConsoleLogin: 'Failure' } };
const start = Date.UTC(2026, 10, 2, 12);
const at = (minutes: number) => ({
  ...refused,
  eventTime: new Date(start + minutes * minute).toISOString().replace('.000', ''),
});

describe('refused sign-ins of one account', () => {
  test('are guessing from the fifth within fifteen minutes on, told of once', async () => {
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

  test('are guessing when they come in one batch', async () => {
    const { message, notify, sent } = await openScene();
    await notify([0, 1, 2, 3, 4].map((n) => message('signin ConsoleLogin', at(n))));
    expect(sent.at(-1)?.message).toContain('were refused 5 times within 15 minutes');
  });

  test('are no guessing when they are spread over more time', async () => {
    const { message, notify, pass, subjects } = await openScene();
    for (let n = 0; n < 9; n += 1) {
      await notify([message('signin ConsoleLogin', at(n * 4))]);
      pass(4 * minute);
    }
    expect(subjects()).toEqual(['[MEDIUM] Root sign-in failed']);
  });

  test('are counted once each, however often they are delivered', async () => {
    const { message, notify, subjects } = await openScene();
    const attempts = [0, 1, 2, 3].map((n) => message('signin ConsoleLogin', at(n)));
    for (let n = 0; n < 4; n += 1) await notify(attempts);
    expect(subjects()).toEqual(['[MEDIUM] Root sign-in failed']);
  });

  test('are guessing in whatever order they arrive', async () => {
    const { message, notify, subjects } = await openScene();
    for (const n of [14, 3, 9, 0, 6]) await notify([message('signin ConsoleLogin', at(n))]);
    expect(subjects()).toContain('[HIGH] Root password is being guessed');
  });

  test('begin anew after a quiet time', async () => {
    const { message, notify, pass, subjects } = await openScene();
    for (const n of [0, 1, 2, 3]) await notify([message('signin ConsoleLogin', at(n))]);
    pass(16 * minute);
    await notify([message('signin ConsoleLogin', at(16))]);
    expect(subjects()).toEqual(['[MEDIUM] Root sign-in failed', '[MEDIUM] Root sign-in failed']);
  });

  test('hide no wrong MFA among them', async () => {
    const { message, notify, subjects } = await openScene();
    for (const n of [0, 1, 2, 3, 4]) await notify([message('signin ConsoleLogin', at(n))]);
    const wrongMfa = { ...at(5), additionalEventData: { MFAUsed: 'Yes' } };
    await notify([message('signin ConsoleLogin', wrongMfa)]);
    expect(subjects().at(-1)).toBe('[HIGH] Root sign-in: wrong MFA');
  });
});
