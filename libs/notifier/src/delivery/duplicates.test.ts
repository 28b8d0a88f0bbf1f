import { describe, expect, it } from 'vitest';
import { defaultPolicy } from '../session/session-policy.ts';
import { alertTopicArn, chatTopicArn, useScenes } from '../testing/scene.ts';

const openScene = useScenes();

describe('exactly one alert an event', () => {
  it('an event that comes again is neither alerted nor counted again', async () => {
    const { digestsAfter, notify, sent, write } = await openScene();
    const first = write();
    const second = write();
    await notify([first, first, second]);
    await notify([first, second, second]);
    expect(sent).toHaveLength(1);
    const [digest] = await digestsAfter(60);
    expect(digest?.subject).toContain('1 more root event,');
  });

  it('the same event ID in another account is another event', async () => {
    const { account, notify, sent, write } = await openScene();
    const one = write();
    const other = {
      ...one,
      body: one.body.replaceAll(account, '300000000001'),
    };
    await notify([one, other]);
    expect(sent).toHaveLength(2);
  });

  it('it is marked only after the publish: a failed one alerts when it comes again', async () => {
    const { notify, refusing, sent, write } = await openScene();
    const alert = write();
    refusing.add(alertTopicArn);
    expect(await notify([alert])).toEqual([alert.messageId]);
    refusing.clear();
    expect(await notify([alert])).toEqual([]);
    expect(sent).toHaveLength(1);
  });

  it('a crash between claim and publish delays the alert, no longer than the claim lives', async () => {
    const { notify, pass, sent, write } = await openScene();
    const alert = write();
    const crashing = { publish: () => Promise.reject(new Error('killed')) };
    await expect(notify([alert], crashing)).rejects.toThrow('killed');
    pass(defaultPolicy.claimLifetime);
    await notify([alert]);
    expect(sent).toHaveLength(1);
  });

  it('what was counted because another was about to alert is alerted when that never came', async () => {
    const { notify, pass, sent, write } = await openScene();
    const [lost, counted] = [write(), write()];
    const crashing = { publish: () => Promise.reject(new Error('killed')) };
    await expect(notify([lost], crashing)).rejects.toThrow('killed');
    await notify([counted]);
    pass(defaultPolicy.claimLifetime);
    await notify([counted]);
    expect(sent).toHaveLength(1);
  });

  it('a replay never re-alerts events already alerted, and alerts events that were missed', async () => {
    const { notify, sent, write } = await openScene();
    const alerted = write();
    await notify([alerted]);
    const again = (body: string) =>
      JSON.stringify({ ...JSON.parse(body), 'replay-name': 'catch-up' });
    const missed = write();
    await notify([
      { ...alerted, body: again(alerted.body) },
      { ...missed, body: again(missed.body) },
    ]);
    expect(sent).toHaveLength(2);
    expect(sent[1]?.message).toContain('sent again from the archive');
  });

  it('an event that comes live and as a replay in one batch alerts once', async () => {
    const { notify, sent, write } = await openScene();
    const live = write();
    const replayed = JSON.stringify({ ...JSON.parse(live.body), 'replay-name': 'catch-up' });
    await notify([live, { messageId: 'replayed', body: replayed }]);
    expect(sent).toHaveLength(1);
    await notify([live]);
    expect(sent).toHaveLength(1);
  });

  it('a copy of an event that somebody is about to alert to waits for what comes of it', async () => {
    const { notify, pass, sent, write } = await openScene();
    const alert = write();
    const crashing = { publish: () => Promise.reject(new Error('killed')) };
    await expect(notify([alert], crashing)).rejects.toThrow('killed');
    expect(await notify([alert])).toEqual([alert.messageId]);
    pass(defaultPolicy.claimLifetime);
    expect(await notify([alert])).toEqual([]);
    expect(sent).toHaveLength(1);
  });

  it('a replay hides nothing, whatever its name', async () => {
    const { message, notify, sent, write } = await openScene();
    await notify([message('s3 CreateBucket', {}, { 'replay-name': 'live' })]);
    await notify([write()]);
    expect(sent).toHaveLength(2);
  });

  it('a chat message that failed is sent again without a second mail', async () => {
    const { notify, refusing, sent, write } = await openScene({ chat: true });
    const alert = write();
    refusing.add(chatTopicArn);
    expect(await notify([alert])).toEqual([alert.messageId]);
    refusing.clear();
    await notify([alert]);
    expect(sent.map(({ topic }) => topic)).toEqual([alertTopicArn, chatTopicArn]);
  });
});
