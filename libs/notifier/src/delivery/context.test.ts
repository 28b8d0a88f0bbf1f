import { describe, expect, it } from 'vitest';
import { noState } from '../testing/no-state.ts';
import { minute, useScenes } from '../testing/scene.ts';

const openScene = useScenes();

describe('an alert', () => {
  it('says which of its session it is, also after a quiet time', async () => {
    const { message, notify, pass, read, sent } = await openScene();
    await notify([read()]);
    await notify([message('s3 CreateBucket'), message('iam CreateUser')]);
    pass(16 * minute);
    await notify([message('s3 CreateBucket')]);
    expect(sent.map(({ message: text }) => /alert \d+ of a session/.exec(text)?.[0])).toEqual([
      'alert 1 of a session',
      'alert 2 of a session',
      'alert 3 of a session',
      'alert 1 of a session',
    ]);
  });

  it('says so when nobody knows', async () => {
    const { message, notify, sent } = await openScene();
    await notify([message('s3 CreateBucket')], { state: noState });
    expect(sent[0]?.message).toContain('This may be a repeat');
  });
});
