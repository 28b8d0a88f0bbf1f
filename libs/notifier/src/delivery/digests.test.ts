import { describe, expect, it } from 'vitest';
import { alertTopicArn, chatTopicArn, minute, useScenes } from '../testing/scene.ts';

const openScene = useScenes();

describe('digests', () => {
  it('summarize a session that went idle: how many, what, from where, when', async () => {
    const { account, digestsAfter, message, notify, read, write } = await openScene();
    await notify([
      write(),
      read(),
      read(),
      message('s3 GetBucketAcl', {
        errorCode: 'AccessDenied',
        awsRegion: 'eu-west-1',
        sourceIPAddress: '198.51.100.9',
      }),
    ]);
    const [digest, ...more] = await digestsAfter(120);
    expect(more).toEqual([]);
    expect(digest?.subject).toBe(
      `[DIGEST] [HIGH] 3 more root events, root-call-denied: ${account}`,
    );
    const { default: mail } = JSON.parse(digest?.message ?? '{}') as { default: string };
    expect(mail).toContain(
      '3 more root events of one session were counted after its alert, 1 of them',
    );
    expect(mail).toContain('      2  s3 ListBuckets');
    expect(mail).toContain('      1  198.51.100.9');
    expect(digest?.attributes).toMatchObject({
      severity: 'high',
      detection: 'root-session-digest',
      region: 'several',
      events: '3',
    });
  });

  it('come within minutes after a critical alert, the rare changes before the many reads', async () => {
    const { digestsAfter, message, notify, persistence, read } = await openScene();
    await notify([persistence()]);
    await notify(Array.from({ length: 30 }, read));
    await notify([message('cloudtrail StopLogging'), message('account CloseAccount')]);
    const [digest] = await digestsAfter(15);
    const { default: mail } = JSON.parse(digest?.message ?? '{}') as { default: string };
    expect(digest?.subject).toMatch(/^\[DIGEST\] \[CRITICAL\] 32 more root events/);
    expect(mail).toMatch(
      /MOST NOTABLE CALLS.*\n.*CRITICAL account CloseAccount.*\n.*CRITICAL cloudtrail StopLogging/,
    );
  });

  it('go to chat too, and a chat that fails does not double the mail', async () => {
    const { digestsAfter, notify, pass, refusing, write } = await openScene({ chat: true });
    await notify([write(), write()]);
    const topics = async () => (await digestsAfter(60)).map(({ topic }) => topic);
    expect(await topics()).toEqual([alertTopicArn, chatTopicArn]);
    pass(60 * minute);
    await notify([write(), write()]);
    refusing.add(chatTopicArn);
    expect(await topics()).toEqual([alertTopicArn]);
  });

  it('come every hour while a session goes on, and count each event once', async () => {
    const { digestsAfter, notify, read, sent, write } = await openScene();
    let counted = 0;
    await notify([write()]);
    for (let step = 0; step < 36; step++) {
      await notify([read()]);
      for (const { subject } of await digestsAfter(5))
        counted += Number(/(\d+) more/.exec(subject ?? '')?.[1]);
    }
    const hourly = sent.length - 1;
    for (const { subject } of await digestsAfter(60))
      counted += Number(/(\d+) more/.exec(subject ?? '')?.[1]);
    expect(hourly).toBeLessThanOrEqual(3);
    expect(counted).toBe(36);
  });

  it('are not sent for a session with nothing to add, which ends', async () => {
    const { digestsAfter, notify, state, write } = await openScene();
    await notify([write()]);
    expect(await digestsAfter(60)).toEqual([]);
    expect(await state.sessions()).toEqual([]);
  });

  it('that cannot be published are due again, and lose nothing', async () => {
    const { digestsAfter, notify, refusing, write } = await openScene();
    await notify([write(), write()]);
    refusing.add(alertTopicArn);
    await expect(digestsAfter(30)).rejects.toThrow('due again');
    refusing.clear();
    const [digest] = await digestsAfter(30);
    expect(digest?.subject).toContain('1 more root event,');
  });

  it('end a session only when all its counts are in a digest', async () => {
    const { digestsAfter, notify, write } = await openScene();
    await notify([write()]);
    await digestsAfter(60);
    await notify([write(), write()]);
    const digests = await digestsAfter(60);
    expect(digests.map(({ subject }) => subject)).toEqual([
      expect.stringContaining('1 more root event,'),
    ]);
  });
});
