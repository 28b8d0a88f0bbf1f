import { describe, expect, it } from 'vitest';
import { noState } from '../testing/no-state.ts';
import { useScenes } from '../testing/scene.ts';

const openScene = useScenes();

describe('failures have a place', () => {
  it('without state everything alerts', async () => {
    const { notify, sent, write } = await openScene();
    await notify([write(), write()], { state: noState });
    expect(sent).toHaveLength(2);
  });

  it('what cannot be counted is tried again, and the rest of the batch is not', async () => {
    const { notify, state, write } = await openScene();
    const [alert, counted] = [write(), write()];
    const failing = { ...state, count: () => Promise.reject(new Error('throttled')) };
    const failed = await notify([alert, counted], { state: failing });
    expect(failed).toEqual([counted.messageId]);
  });

  it('an alert goes out though it cannot be marked', async () => {
    const { notify, sent, state, write } = await openScene();
    const failing = { ...state, confirm: () => Promise.reject(new Error('throttled')) };
    expect(await notify([write()], { state: failing })).toEqual([]);
    expect(sent).toHaveLength(1);
  });
});
