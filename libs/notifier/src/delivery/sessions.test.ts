import { describe, expect, it } from 'vitest';
import { defaultPolicy } from '../session/session-policy.ts';
import {
  adminIdentity,
  longTermKey,
  rootIdentity,
  rootSessionIdentity,
} from '../testing/records.ts';
import { minute, useScenes } from '../testing/scene.ts';

const openScene = useScenes();

describe('one alert a root session', () => {
  it('the first finding alerts, what is not more severe is counted', async () => {
    const { notify, read, subjects, write } = await openScene();
    await notify([write(), read(), write()]);
    await notify([read(), write()]);
    expect(subjects()).toEqual(['[HIGH] Root write: s3 CreateBucket']);
  });

  it('a more severe finding alerts at once', async () => {
    const { notify, persistence, read, subjects, write } = await openScene();
    await notify([read()]);
    await notify([write(), persistence(), write()]);
    expect(subjects()).toEqual([
      '[LOW] Root read: s3 ListBuckets',
      '[HIGH] Root write: s3 CreateBucket',
      '[CRITICAL] Root changed identities: iam CreateUser',
    ]);
  });

  it('sign-in, its MFA check and what follows are one session', async () => {
    const { message, notify, read, subjects, write } = await openScene();
    const signIn = { additionalEventData: { MFAUsed: 'Yes' }, eventType: 'AwsConsoleSignIn' };
    await notify([message('signin CheckMfa')]);
    await notify([message('signin ConsoleLogin', signIn)]);
    await notify([write(), read()]);
    expect(subjects()).toEqual(['[LOW] Root was asked for MFA', '[HIGH] Root sign-in']);
  });

  it('an access key is a session of its own', async () => {
    const { account, message, notify, persistence, sent } = await openScene();
    const userIdentity = rootIdentity({ accountId: account, accessKeyId: longTermKey });
    await notify([persistence()]);
    await notify([
      message('s3 ListBuckets', { userIdentity }),
      message('s3 ListBuckets', { userIdentity }),
    ]);
    expect(sent).toHaveLength(2);
  });

  it('a grant of AssumeRoot and what is done with it are one session', async () => {
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

  it('after a quiet time a new session begins', async () => {
    const { notify, pass, sent, write } = await openScene();
    await notify([write()]);
    pass(15 * minute);
    await notify([write()]);
    expect(sent).toHaveLength(2);
  });

  it('a simulation never hides the real thing', async () => {
    const { message, notify, subjects, write } = await openScene();
    await notify([message('s3 CreateBucket', {}, { source: 'root-activity-monitor.simulation' })]);
    await notify([write()]);
    expect(subjects()).toEqual([
      '[SIMULATION] [HIGH] Root write: s3 CreateBucket',
      '[HIGH] Root write: s3 CreateBucket',
    ]);
  });

  it('what needs no credentials never hides what root does', async () => {
    const { message, notify, subjects } = await openScene();
    await notify([message('signin PasswordRecoveryRequested')]);
    const failed = { responseElements: { ConsoleLogin: 'Failure' } };
    await notify([message('signin ConsoleLogin', failed)]);
    const signIn = { additionalEventData: { MFAUsed: 'Yes' } };
    await notify([message('signin ConsoleLogin', signIn)]);
    expect(subjects()).toEqual([
      '[HIGH] Root password recovery requested',
      '[MEDIUM] Root sign-in failed',
      '[HIGH] Root sign-in',
    ]);
  });

  it('what needs no credentials never hides what is refused to a root that is signed in', async () => {
    const { message, notify, subjects } = await openScene();
    await notify([message('signin PasswordRecoveryRequested')]);
    const refused = { additionalEventData: { success: 'false' }, readOnly: true };
    await notify([message('signin CreateOAuth2Token', refused)]);
    expect(subjects()).toEqual([
      '[HIGH] Root password recovery requested',
      '[HIGH] Root call failed: signin CreateOAuth2Token',
    ]);
  });

  it('whoever changes from where people sign in hides no sign-in of root', async () => {
    const { account, message, notify, subjects } = await openScene();
    const userIdentity = { ...adminIdentity, accountId: account };
    await notify([message('signin PutResourcePermissionStatement', { userIdentity })]);
    await notify([message('signin ConsoleLogin', { additionalEventData: { MFAUsed: 'Yes' } })]);
    expect(subjects()).toEqual(['[HIGH] Console access control changed', '[HIGH] Root sign-in']);
  });

  it('what needs no credentials never hides that the password is known', async () => {
    const { message, notify, subjects } = await openScene();
    await notify([message('signin PasswordRecoveryRequested')]);
    await notify([
      message('signin ConsoleLogin', { responseElements: { ConsoleLogin: 'Failure' } }),
    ]);
    const wrongCode = { responseElements: { CheckMfa: 'Failure' } };
    await notify([message('signin CheckMfa', wrongCode)]);
    expect(subjects().at(-1)).toBe('[HIGH] Root sign-in: wrong MFA');
  });

  it('whoever asks for root in many accounts is one session, whatever the session is called', async () => {
    const { account, message, notify, subjects } = await openScene();
    for (let target = 0; target < 5; target++) {
      const arn = `arn:aws:sts::${account}:assumed-role/Dev/name-${target}`;
      const refused = message('sts AssumeRoot', {
        userIdentity: { ...adminIdentity, accountId: account, arn },
        requestParameters: { targetPrincipal: String(700_000_000_000 + target) },
        errorCode: 'AccessDenied',
      });
      await notify([refused]);
    }
    expect(subjects()).toEqual(['[HIGH] Root session refused: 700000000000'.replace(/: \d+$/, '')]);
  });

  it('after twelve hours a session that never went quiet is a new one', async () => {
    const { notify, pass, read, sent, write } = await openScene();
    await notify([write()]);
    for (let passed = 0; passed < 12 * 60; passed += 14) {
      pass(14 * minute);
      await notify([read()]);
    }
    await notify([write()]);
    expect(sent.filter(({ subject }) => subject?.includes('s3 CreateBucket'))).toHaveLength(2);
  });

  it('of several that see a session begin at the same time, one alerts', async () => {
    const { digestsAfter, notify, sent, write } = await openScene();
    await Promise.all(Array.from({ length: 8 }, () => notify([write(), write()])));
    expect(sent).toHaveLength(1);
    const digests = await digestsAfter(60);
    expect(digests[0]?.subject).toContain('15 more root events');
  });

  it('below the configured severity nothing alerts at once, but the digest includes it', async () => {
    const { digestsAfter, notify, read, sent, services } = await openScene();
    const policy = { ...defaultPolicy, alertAtOnceFrom: 'medium' } as const;
    const settings = { ...services().settings, policy };
    await notify([read()], { settings });
    expect(sent).toEqual([]);
    expect(await digestsAfter(60)).toHaveLength(1);
  });
});
