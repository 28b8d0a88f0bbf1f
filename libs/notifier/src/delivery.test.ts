import { NodeHttpHandler } from '@smithy/node-http-handler';
import { describe, expect, test } from 'vitest';
import { defaultWindows } from './session/windows.ts';
import { noState } from './testing/no-state.ts';
import {
  adminIdentity,
  longTermKey,
  rootIdentity,
  rootSessionIdentity,
} from './testing/records.ts';
import { alertTopicArn, chatTopicArn, minute, useScenes } from './testing/scene.ts';
import { clientFor } from './testing/state-table.ts';

const openScene = useScenes();

describe('one alert a root session', () => {
  test('the first finding alerts, what is not more severe is counted', async () => {
    const { notify, read, subjects, write } = await openScene();
    await notify([write(), read(), write()]);
    await notify([read(), write()]);
    expect(subjects()).toEqual(['[HIGH] Root write: s3 CreateBucket']);
  });

  test('a more severe finding alerts at once', async () => {
    const { notify, persistence, read, subjects, write } = await openScene();
    await notify([read()]);
    await notify([write(), persistence(), write()]);
    expect(subjects()).toEqual([
      '[LOW] Root read: s3 ListBuckets',
      '[HIGH] Root write: s3 CreateBucket',
      '[CRITICAL] Root changed identities: iam CreateUser',
    ]);
  });

  test('sign-in, its MFA check and what follows are one session', async () => {
    const { message, notify, read, subjects, write } = await openScene();
    const signIn = { additionalEventData: { MFAUsed: 'Yes' }, eventType: 'AwsConsoleSignIn' };
    await notify([message('signin CheckMfa')]);
    await notify([message('signin ConsoleLogin', signIn)]);
    await notify([write(), read()]);
    expect(subjects()).toEqual(['[LOW] Root MFA check', '[HIGH] Root sign-in']);
  });

  test('an access key is a session of its own', async () => {
    const { account, message, notify, persistence, sent } = await openScene();
    const userIdentity = rootIdentity({ accountId: account, accessKeyId: longTermKey });
    await notify([persistence()]);
    await notify([
      message('s3 ListBuckets', { userIdentity }),
      message('s3 ListBuckets', { userIdentity }),
    ]);
    expect(sent).toHaveLength(2);
  });

  test('a grant of AssumeRoot and what is done with it are one session', async () => {
    const { account, message, notify, sent } = await openScene();
    const granted = message('sts AssumeRoot', {
      userIdentity: adminIdentity,
      requestParameters: { targetPrincipal: account },
      responseElements: { credentials: { accessKeyId: 'ASIAQ7EXAMPLEROOTSES' } },
    });
    await notify([granted]);
    await notify([
      message('s3 DeleteBucketPolicy', {
        userIdentity: { ...rootSessionIdentity, accountId: account },
      }),
    ]);
    expect(sent).toHaveLength(1);
  });

  test('after a quiet time a new session begins', async () => {
    const { notify, pass, sent, write } = await openScene();
    await notify([write()]);
    pass(15 * minute);
    await notify([write()]);
    expect(sent).toHaveLength(2);
  });

  test('a simulation never hides the real thing', async () => {
    const { message, notify, subjects, write } = await openScene();
    await notify([message('s3 CreateBucket', {}, { source: 'root-activity-monitor.simulation' })]);
    await notify([write()]);
    expect(subjects()).toEqual([
      '[SIMULATION] [HIGH] Root write: s3 CreateBucket',
      '[HIGH] Root write: s3 CreateBucket',
    ]);
  });

  test('what needs no credentials never hides what root does', async () => {
    const { message, notify, subjects } = await openScene();
    await notify([message('signin PasswordRecoveryRequested')]);
    const failed = { responseElements: { ConsoleLogin: 'Failure' } };
    await notify([message('signin ConsoleLogin', failed)]);
    const signIn = { additionalEventData: { MFAUsed: 'Yes' } };
    await notify([message('signin ConsoleLogin', signIn)]);
    expect(subjects()).toEqual(['[HIGH] Root password recovery requested', '[HIGH] Root sign-in']);
  });

  test('whoever asks for root in many accounts is one session, whatever the session is called', async () => {
    const { account, message, notify, subjects } = await openScene();
    for (let target = 0; target < 5; target++) {
      const arn = `arn:aws:sts::${account}:assumed-role/Dev/name-${String(target)}`;
      const refused = message('sts AssumeRoot', {
        userIdentity: { ...adminIdentity, accountId: account, arn },
        requestParameters: { targetPrincipal: String(700_000_000_000 + target) },
        errorCode: 'AccessDenied',
      });
      await notify([refused]);
    }
    expect(subjects()).toEqual(['[HIGH] Root session refused: 700000000000'.replace(/: \d+$/, '')]);
  });

  test('after twelve hours a session that never went quiet is a new one', async () => {
    const { notify, pass, read, sent, write } = await openScene();
    await notify([write()]);
    for (let passed = 0; passed < 12 * 60; passed += 14) {
      pass(14 * minute);
      await notify([read()]);
    }
    await notify([write()]);
    expect(sent.filter(({ subject }) => subject?.includes('s3 CreateBucket'))).toHaveLength(2);
  });

  test('of several that see a session begin at the same time, one alerts', async () => {
    const { digestsAfter, notify, sent, write } = await openScene();
    await Promise.all(Array.from({ length: 8 }, () => notify([write(), write()])));
    expect(sent).toHaveLength(1);
    const digests = await digestsAfter(60);
    expect(digests[0]?.subject).toContain('15 more root events');
  });

  test('below the configured severity nothing alerts at once, but the digest tells of it', async () => {
    const { digestsAfter, notify, read, sent, services } = await openScene();
    const environment = {
      ...services().environment,
      windows: { ...defaultWindows, alertAtOnceFrom: 'medium' } as const,
    };
    await notify([read()], { environment });
    expect(sent).toEqual([]);
    expect(await digestsAfter(60)).toHaveLength(1);
  });
});

describe('a claim to alert', () => {
  test('is granted when its answer was lost and it is asked for again', async () => {
    const { endpoint, notify, persistence, sent, stateThrough } = await openScene();
    const handler = new NodeHttpHandler();
    let lost = 0;
    const losing = {
      handle: async (...request: Parameters<NodeHttpHandler['handle']>) => {
        const answer = await handler.handle(...request);
        if (request[0].headers['x-amz-target'] !== 'DynamoDB_20120810.UpdateItem' || lost++ > 0) {
          return answer;
        }
        throw Object.assign(new Error('socket hang up'), { name: 'TimeoutError' });
      },
    };
    const client = clientFor(endpoint, { requestHandler: losing });
    await notify([persistence()], { state: stateThrough(client) });
    expect(sent).toHaveLength(1);
  });

  test('of higher severity stays when a lesser alert is confirmed meanwhile', async () => {
    const { account, now, state } = await openScene();
    const key = `live#${account}#sign-in`;
    await state.claim(key, 'low', 'event', now());
    await state.claim(key, 'high', 'another event', now());
    await state.confirm(
      [{ eventKey: 'event', sessionKey: key, severity: 'low', progress: 'alerted' }],
      now(),
    );
    expect((await state.claim(key, 'high', 'a third event', now())).granted).toBe(false);
  });

  test('after a quiet time finds nothing shown, even when its first alert fails', async () => {
    const { notify, pass, persistence, refusing, subjects, write } = await openScene();
    await notify([persistence()]);
    pass(16 * minute);
    const again = write();
    refusing.add(alertTopicArn);
    await notify([again]);
    refusing.clear();
    await notify([again]);
    expect(subjects().at(-1)).toBe('[HIGH] Root write: s3 CreateBucket');
  });

  test('after a quiet time is not refused for what a counted event joined', async () => {
    const { notify, pass, persistence, read, sent, services, write } = await openScene();
    const environment = {
      ...services().environment,
      windows: { ...defaultWindows, alertAtOnceFrom: 'medium' } as const,
    };
    await notify([persistence()], { environment });
    pass(16 * minute);
    await notify([read()], { environment });
    await notify([write()], { environment });
    expect(sent).toHaveLength(2);
  });
});

describe('exactly one alert an event', () => {
  test('an event that comes again is neither alerted nor counted again', async () => {
    const { digestsAfter, notify, sent, write } = await openScene();
    const first = write();
    const second = write();
    await notify([first, first, second]);
    await notify([first, second, second]);
    expect(sent).toHaveLength(1);
    const [digest] = await digestsAfter(60);
    expect(digest?.subject).toContain('1 more root event,');
  });

  test('the same event ID in another account is another event', async () => {
    const { account, notify, sent, write } = await openScene();
    const one = write();
    const other = {
      ...one,
      body: one.body.replaceAll(account, '300000000001'),
    };
    await notify([one, other]);
    expect(sent).toHaveLength(2);
  });

  test('it is marked only after the publish: a failed one alerts when it comes again', async () => {
    const { notify, refusing, sent, write } = await openScene();
    const alert = write();
    refusing.add(alertTopicArn);
    expect(await notify([alert])).toEqual(new Set([alert.messageId]));
    refusing.clear();
    expect(await notify([alert])).toEqual(new Set());
    expect(sent).toHaveLength(1);
  });

  test('a crash between claim and publish delays the alert, no longer than the claim lives', async () => {
    const { notify, pass, sent, write } = await openScene();
    const alert = write();
    const crashing = { publishAll: () => Promise.reject(new Error('killed')) };
    await expect(notify([alert], crashing)).rejects.toThrow('killed');
    pass(defaultWindows.claimLifetime);
    await notify([alert]);
    expect(sent).toHaveLength(1);
  });

  test('what was counted because another was about to alert is alerted when that never came', async () => {
    const { notify, pass, sent, write } = await openScene();
    const [lost, counted] = [write(), write()];
    const crashing = { publishAll: () => Promise.reject(new Error('killed')) };
    await expect(notify([lost], crashing)).rejects.toThrow('killed');
    await notify([counted]);
    pass(defaultWindows.claimLifetime);
    await notify([counted]);
    expect(sent).toHaveLength(1);
  });

  test('a replay never pages for what was told, and catches up on what was not', async () => {
    const { notify, sent, write } = await openScene();
    const told = write();
    await notify([told]);
    const again = (body: string) =>
      JSON.stringify({ ...JSON.parse(body), 'replay-name': 'catch-up' });
    const missed = write();
    await notify([
      { ...told, body: again(told.body) },
      { ...missed, body: again(missed.body) },
    ]);
    expect(sent).toHaveLength(2);
    expect(sent[1]?.message).toContain('sent again from the archive');
  });

  test('an event that comes live and as a replay in one batch alerts once', async () => {
    const { notify, sent, write } = await openScene();
    const live = write();
    const replayed = JSON.stringify({ ...JSON.parse(live.body), 'replay-name': 'catch-up' });
    await notify([live, { messageId: 'replayed', body: replayed }]);
    expect(sent).toHaveLength(1);
    await notify([live]);
    expect(sent).toHaveLength(1);
  });

  test('a copy of an event that somebody is about to alert to waits for what comes of it', async () => {
    const { notify, pass, sent, write } = await openScene();
    const alert = write();
    const crashing = { publishAll: () => Promise.reject(new Error('killed')) };
    await expect(notify([alert], crashing)).rejects.toThrow('killed');
    expect(await notify([alert])).toEqual(new Set([alert.messageId]));
    pass(defaultWindows.claimLifetime);
    expect(await notify([alert])).toEqual(new Set());
    expect(sent).toHaveLength(1);
  });

  test('a replay hides nothing, whatever its name', async () => {
    const { message, notify, sent, write } = await openScene();
    await notify([message('s3 CreateBucket', {}, { 'replay-name': 'live' })]);
    await notify([write()]);
    expect(sent).toHaveLength(2);
  });

  test('a chat that fails is told again without a second mail', async () => {
    const { notify, refusing, sent, write } = await openScene({ chat: true });
    const alert = write();
    refusing.add(chatTopicArn);
    expect(await notify([alert])).toEqual(new Set([alert.messageId]));
    refusing.clear();
    await notify([alert]);
    expect(sent.map(({ topic }) => topic)).toEqual([alertTopicArn, chatTopicArn]);
  });
});

describe('failures have a place', () => {
  test('without state everything alerts', async () => {
    const { notify, sent, write } = await openScene();
    await notify([write(), write()], { state: noState });
    expect(sent).toHaveLength(2);
  });

  test('what cannot be counted is tried again, and the rest of the batch is not', async () => {
    const { notify, state, write } = await openScene();
    const [alert, counted] = [write(), write()];
    const failing = { ...state, count: () => Promise.reject(new Error('throttled')) };
    const failed = await notify([alert, counted], { state: failing });
    expect(failed).toEqual(new Set([counted.messageId]));
  });

  test('an alert goes out though it cannot be marked', async () => {
    const { notify, sent, state, write } = await openScene();
    const failing = { ...state, confirm: () => Promise.reject(new Error('throttled')) };
    expect(await notify([write()], { state: failing })).toEqual(new Set());
    expect(sent).toHaveLength(1);
  });
});

describe('digests', () => {
  test('tell of a session that went quiet: how many, what, from where, when', async () => {
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
    });
  });

  test('come within minutes after a critical alert, the rare changes before the many reads', async () => {
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

  test('go to chat too, and a chat that fails does not double the mail', async () => {
    const { digestsAfter, notify, pass, refusing, write } = await openScene({ chat: true });
    await notify([write(), write()]);
    const topics = async () => (await digestsAfter(60)).map(({ topic }) => topic);
    expect(await topics()).toEqual([alertTopicArn, chatTopicArn]);
    pass(60 * minute);
    await notify([write(), write()]);
    refusing.add(chatTopicArn);
    expect(await topics()).toEqual([alertTopicArn]);
  });

  test('come every hour while a session goes on, and tell of each event once', async () => {
    const { digestsAfter, notify, read, sent, write } = await openScene();
    let told = 0;
    await notify([write()]);
    for (let step = 0; step < 36; step++) {
      await notify([read()]);
      for (const { subject } of await digestsAfter(5))
        told += Number(/(\d+) more/.exec(subject ?? '')?.[1]);
    }
    const hourly = sent.length - 1;
    for (const { subject } of await digestsAfter(60))
      told += Number(/(\d+) more/.exec(subject ?? '')?.[1]);
    expect(hourly).toBeLessThanOrEqual(3);
    expect(told).toBe(36);
  });

  test('are not sent for a session with nothing to add, which ends', async () => {
    const { digestsAfter, notify, state, write } = await openScene();
    await notify([write()]);
    expect(await digestsAfter(60)).toEqual([]);
    expect(await state.sessions()).toEqual([]);
  });

  test('that cannot be published are due again, and lose nothing', async () => {
    const { digestsAfter, notify, refusing, write } = await openScene();
    await notify([write(), write()]);
    refusing.add(alertTopicArn);
    await expect(digestsAfter(30)).rejects.toThrow('due again');
    refusing.clear();
    const [digest] = await digestsAfter(30);
    expect(digest?.subject).toContain('1 more root event,');
  });

  test('end a session only when all its counts are told', async () => {
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
