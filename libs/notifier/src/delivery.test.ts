import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import { envelopeOf } from '@root-activity-monitor/event-schema';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sendDigests } from './digest/send-digests.ts';
import { dynamoDbStore } from './edge/dynamodb-store.ts';
import type { OutgoingMessage } from './edge/sns-publisher.ts';
import { notifyBatch, type Services } from './notify-batch.ts';
import { noState } from './testing/no-state.ts';
import type { StateStore } from './session/state-store.ts';
import { defaultWindows } from './session/windows.ts';
import {
  adminIdentity,
  call,
  longTermKey,
  rootIdentity,
  rootSessionIdentity,
} from './testing/records.ts';
import { startState, tableName, type LocalState } from './testing/state-table.ts';

const alertTopicArn = 'arn:aws:sns:eu-west-1:123456789012:alerts';
const chatTopicArn = 'arn:aws:sns:eu-west-1:123456789012:chat';
const minute = 60_000;

let local: LocalState;
let clock = 0;
let state: StateStore;
let chat = false;
/** Every message that SNS took, with its topic. */
let sent: (OutgoingMessage & { readonly topic: string })[] = [];
/** Topics that refuse to take messages. */
let refusing = new Set<string>();

beforeAll(async () => {
  local = await startState();
  state = dynamoDbStore(local.client, tableName, defaultWindows);
});
afterAll(() => local.close());
beforeEach(() => {
  // Each test lives in a time of its own, long after the sessions of the one before.
  clock += 10_000 * minute;
  sent = [];
  refusing = new Set();
  chat = false;
  account += 1;
});

let account = 200_000_000_000;
let events = 0;

const services = (changes: Partial<Services> = {}): Services => ({
  environment: {
    alertTopicArn,
    chatTopicArn: chat ? chatTopicArn : undefined,
    accountNames: {},
    stateTableName: tableName,
    windows: defaultWindows,
  },
  publishAll: (topic, messages) => {
    if (refusing.has(topic)) {
      return Promise.resolve(messages.map(({ id }) => ({ id, reason: 'InternalError' })));
    }
    sent.push(...messages.map((message) => ({ ...message, topic })));
    return Promise.resolve([]);
  },
  state,
  log: { decided: () => undefined, digested: () => undefined },
  now: () => clock,
  ...changes,
});

type Fields = Readonly<Record<string, unknown>>;

/** A queue message with a record of this test's own account; each has its own event ID. */
function message(name: string, changes: Fields = {}, envelope: Fields = {}) {
  events += 1;
  const id = String(account);
  const record = call(name, {
    userIdentity: rootIdentity({ accountId: id, arn: `arn:aws:iam::${id}:root` }),
    recipientAccountId: id,
    eventID: `event-${String(events)}`,
    ...changes,
  });
  return {
    messageId: `message-${String(events)}`,
    body: JSON.stringify({ ...envelopeOf(record), ...envelope }),
  };
}

const read = () => message('s3 ListBuckets', { readOnly: true });
const write = () => message('s3 CreateBucket');
const persistence = () => message('iam CreateUser');
const subjects = () => sent.map(({ subject }) => subject?.replace(/:? ?\d{12}$/, ''));

async function digestsAfter(minutes: number) {
  const before = sent.length;
  for (let passed = 0; passed < minutes; passed += 5) {
    clock += 5 * minute;
    await sendDigests(services());
  }
  // Sessions of the tests before end in digests too.
  return sent.slice(before).filter(({ attributes }) => attributes['accountId'] === String(account));
}

describe('one alert a root session', () => {
  test('the first finding alerts, what is not more severe is counted', async () => {
    await notifyBatch([write(), read(), write()], services());
    await notifyBatch([read(), write()], services());
    expect(subjects()).toEqual(['[HIGH] Root write: s3 CreateBucket']);
  });

  test('a more severe finding alerts at once', async () => {
    await notifyBatch([read()], services());
    await notifyBatch([write(), persistence(), write()], services());
    expect(subjects()).toEqual([
      '[LOW] Root read: s3 ListBuckets',
      '[HIGH] Root write: s3 CreateBucket',
      '[CRITICAL] Root changed identities: iam CreateUser',
    ]);
  });

  test('sign-in, its MFA check and what follows are one session', async () => {
    const signIn = { additionalEventData: { MFAUsed: 'Yes' }, eventType: 'AwsConsoleSignIn' };
    await notifyBatch([message('signin CheckMfa')], services());
    await notifyBatch([message('signin ConsoleLogin', signIn)], services());
    await notifyBatch([write(), read()], services());
    expect(subjects()).toEqual(['[LOW] Root MFA check', '[HIGH] Root sign-in']);
  });

  test('an access key is a session of its own', async () => {
    const id = String(account);
    const userIdentity = rootIdentity({ accountId: id, accessKeyId: longTermKey });
    await notifyBatch([persistence()], services());
    await notifyBatch(
      [message('s3 ListBuckets', { userIdentity }), message('s3 ListBuckets', { userIdentity })],
      services(),
    );
    expect(sent).toHaveLength(2);
  });

  test('a grant of AssumeRoot and what is done with it are one session', async () => {
    const id = String(account);
    const granted = message('sts AssumeRoot', {
      userIdentity: adminIdentity,
      requestParameters: { targetPrincipal: id },
      responseElements: { credentials: { accessKeyId: 'ASIAQ7EXAMPLEROOTSES' } },
    });
    await notifyBatch([granted], services());
    await notifyBatch(
      [
        message('s3 DeleteBucketPolicy', {
          userIdentity: { ...rootSessionIdentity, accountId: id },
        }),
      ],
      services(),
    );
    expect(sent).toHaveLength(1);
  });

  test('after a quiet time a new session begins', async () => {
    await notifyBatch([write()], services());
    clock += 15 * minute;
    await notifyBatch([write()], services());
    expect(sent).toHaveLength(2);
  });

  test('a simulation never hides the real thing', async () => {
    await notifyBatch(
      [message('s3 CreateBucket', {}, { source: 'root-activity-monitor.simulation' })],
      services(),
    );
    await notifyBatch([write()], services());
    expect(subjects()).toEqual([
      '[SIMULATION] [HIGH] Root write: s3 CreateBucket',
      '[HIGH] Root write: s3 CreateBucket',
    ]);
  });

  test('what needs no credentials never hides what root does', async () => {
    await notifyBatch([message('signin PasswordRecoveryRequested')], services());
    const failed = { responseElements: { ConsoleLogin: 'Failure' } };
    await notifyBatch([message('signin ConsoleLogin', failed)], services());
    const signIn = { additionalEventData: { MFAUsed: 'Yes' } };
    await notifyBatch([message('signin ConsoleLogin', signIn)], services());
    expect(subjects()).toEqual(['[HIGH] Root password recovery requested', '[HIGH] Root sign-in']);
  });

  test('whoever asks for root in many accounts is one session, whatever the session is called', async () => {
    for (let target = 0; target < 5; target++) {
      const arn = `arn:aws:sts::${String(account)}:assumed-role/Dev/name-${String(target)}`;
      const refused = message('sts AssumeRoot', {
        userIdentity: { ...adminIdentity, accountId: String(account), arn },
        requestParameters: { targetPrincipal: String(700_000_000_000 + target) },
        errorCode: 'AccessDenied',
      });
      await notifyBatch([refused], services());
    }
    expect(subjects()).toEqual(['[HIGH] Root session refused: 700000000000'.replace(/: \d+$/, '')]);
  });

  test('after twelve hours a session that never went quiet is a new one', async () => {
    await notifyBatch([write()], services());
    for (let passed = 0; passed < 12 * 60; passed += 10) {
      clock += 10 * minute;
      await notifyBatch([read()], services());
    }
    await notifyBatch([write()], services());
    expect(sent.filter(({ subject }) => subject?.includes('s3 CreateBucket'))).toHaveLength(2);
  });

  test('of several that see a session begin at the same time, one alerts', async () => {
    await Promise.all(Array.from({ length: 8 }, () => notifyBatch([write(), write()], services())));
    expect(sent).toHaveLength(1);
    const digests = await digestsAfter(60);
    expect(digests[0]?.subject).toContain('15 more root events');
  });

  test('below the configured severity nothing alerts at once, but the digest tells of it', async () => {
    const environment = {
      ...services().environment,
      windows: { ...defaultWindows, alertAtOnceFrom: 'medium' } as const,
    };
    await notifyBatch([read()], services({ environment }));
    expect(sent).toEqual([]);
    expect(await digestsAfter(60)).toHaveLength(1);
  });
});

describe('a claim to alert', () => {
  test('is granted when its answer was lost and it is asked for again', async () => {
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
    const client = new DynamoDBClient({
      ...{ endpoint: local.endpoint, region: 'eu-west-1', requestHandler: losing, maxAttempts: 3 },
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    });
    const store = dynamoDbStore(client, tableName, defaultWindows);
    await notifyBatch([persistence()], services({ state: store }));
    expect(sent).toHaveLength(1);
  });

  test('of higher severity stays when a lesser alert is confirmed meanwhile', async () => {
    const key = `live#${String(account)}#sign-in`;
    await state.claim(key, 'low', 'event', clock);
    await state.claim(key, 'high', 'another event', clock);
    await state.confirm(
      [{ eventKey: 'event', sessionKey: key, severity: 'low', progress: 'alerted' }],
      clock,
    );
    expect((await state.claim(key, 'high', 'a third event', clock)).granted).toBe(false);
  });

  test('after a quiet time finds nothing shown, even when its first alert fails', async () => {
    await notifyBatch([persistence()], services());
    clock += 16 * minute;
    const again = write();
    refusing.add(alertTopicArn);
    await notifyBatch([again], services());
    refusing.clear();
    await notifyBatch([again], services());
    expect(subjects().at(-1)).toBe('[HIGH] Root write: s3 CreateBucket');
  });

  test('after a quiet time is not refused for what a counted event joined', async () => {
    const environment = {
      ...services().environment,
      windows: { ...defaultWindows, alertAtOnceFrom: 'medium' } as const,
    };
    await notifyBatch([persistence()], services({ environment }));
    clock += 16 * minute;
    await notifyBatch([read()], services({ environment }));
    await notifyBatch([write()], services({ environment }));
    expect(sent).toHaveLength(2);
  });
});

describe('exactly one alert an event', () => {
  test('an event that comes again is neither alerted nor counted again', async () => {
    const first = write();
    const second = write();
    await notifyBatch([first, first, second], services());
    await notifyBatch([first, second, second], services());
    expect(sent).toHaveLength(1);
    const [digest] = await digestsAfter(60);
    expect(digest?.subject).toContain('1 more root event,');
  });

  test('the same event ID in another account is another event', async () => {
    const one = write();
    const other = {
      ...one,
      body: one.body.replaceAll(String(account), String(account + 5_000_000)),
    };
    await notifyBatch([one, other], services());
    expect(sent).toHaveLength(2);
  });

  test('it is marked only after the publish: a failed one alerts when it comes again', async () => {
    const alert = write();
    refusing.add(alertTopicArn);
    expect(await notifyBatch([alert], services())).toEqual(new Set([alert.messageId]));
    refusing.clear();
    expect(await notifyBatch([alert], services())).toEqual(new Set());
    expect(sent).toHaveLength(1);
  });

  test('a crash between claim and publish delays the alert, no longer than the claim lives', async () => {
    const alert = write();
    const crashing = services({ publishAll: () => Promise.reject(new Error('killed')) });
    await expect(notifyBatch([alert], crashing)).rejects.toThrow('killed');
    clock += defaultWindows.claimLifetime;
    await notifyBatch([alert], services());
    expect(sent).toHaveLength(1);
  });

  test('what was counted because another was about to alert is alerted when that never came', async () => {
    const [lost, counted] = [write(), write()];
    const crashing = services({ publishAll: () => Promise.reject(new Error('killed')) });
    await expect(notifyBatch([lost], crashing)).rejects.toThrow('killed');
    await notifyBatch([counted], services());
    clock += defaultWindows.claimLifetime;
    await notifyBatch([counted], services());
    expect(sent).toHaveLength(1);
  });

  test('a replay never pages for what was told, and catches up on what was not', async () => {
    const told = write();
    await notifyBatch([told], services());
    const again = (body: string) =>
      JSON.stringify({ ...JSON.parse(body), 'replay-name': 'catch-up' });
    const missed = write();
    await notifyBatch(
      [
        { ...told, body: again(told.body) },
        { ...missed, body: again(missed.body) },
      ],
      services(),
    );
    expect(sent).toHaveLength(2);
    expect(sent[1]?.message).toContain('sent again from the archive');
  });

  test('an event that comes live and as a replay in one batch alerts once', async () => {
    const live = write();
    const replayed = JSON.stringify({ ...JSON.parse(live.body), 'replay-name': 'catch-up' });
    await notifyBatch([live, { messageId: 'replayed', body: replayed }], services());
    expect(sent).toHaveLength(1);
    await notifyBatch([live], services());
    expect(sent).toHaveLength(1);
  });

  test('a copy of an event that somebody is about to alert to waits for what comes of it', async () => {
    const alert = write();
    const crashing = services({ publishAll: () => Promise.reject(new Error('killed')) });
    await expect(notifyBatch([alert], crashing)).rejects.toThrow('killed');
    expect(await notifyBatch([alert], services())).toEqual(new Set([alert.messageId]));
    clock += defaultWindows.claimLifetime;
    expect(await notifyBatch([alert], services())).toEqual(new Set());
    expect(sent).toHaveLength(1);
  });

  test('a replay hides nothing, whatever its name', async () => {
    await notifyBatch([message('s3 CreateBucket', {}, { 'replay-name': 'live' })], services());
    await notifyBatch([write()], services());
    expect(sent).toHaveLength(2);
  });

  test('a chat that fails is told again without a second mail', async () => {
    chat = true;
    const alert = write();
    refusing.add(chatTopicArn);
    expect(await notifyBatch([alert], services())).toEqual(new Set([alert.messageId]));
    refusing.clear();
    await notifyBatch([alert], services());
    expect(sent.map(({ topic }) => topic)).toEqual([alertTopicArn, chatTopicArn]);
  });
});

describe('failures have a place', () => {
  test('without state everything alerts', async () => {
    await notifyBatch([write(), write()], services({ state: noState }));
    expect(sent).toHaveLength(2);
  });

  test('what cannot be counted is tried again, and the rest of the batch is not', async () => {
    const [alert, counted] = [write(), write()];
    const failing = { ...state, count: () => Promise.reject(new Error('throttled')) };
    const failed = await notifyBatch([alert, counted], services({ state: failing }));
    expect(failed).toEqual(new Set([counted.messageId]));
  });

  test('an alert goes out though it cannot be marked', async () => {
    const failing = { ...state, confirm: () => Promise.reject(new Error('throttled')) };
    expect(await notifyBatch([write()], services({ state: failing }))).toEqual(new Set());
    expect(sent).toHaveLength(1);
  });
});

describe('digests', () => {
  test('tell of a session that went quiet: how many, what, from where, when', async () => {
    await notifyBatch(
      [
        write(),
        read(),
        read(),
        message('s3 GetBucketAcl', {
          errorCode: 'AccessDenied',
          awsRegion: 'eu-west-1',
          sourceIPAddress: '198.51.100.9',
        }),
      ],
      services(),
    );
    const [digest, ...more] = await digestsAfter(120);
    expect(more).toEqual([]);
    expect(digest?.subject).toBe(
      `[DIGEST] [HIGH] 3 more root events, root-call-denied: ${String(account)}`,
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
    await notifyBatch([persistence()], services());
    await notifyBatch(Array.from({ length: 30 }, read), services());
    await notifyBatch(
      [message('cloudtrail StopLogging'), message('account CloseAccount')],
      services(),
    );
    const [digest] = await digestsAfter(15);
    const { default: mail } = JSON.parse(digest?.message ?? '{}') as { default: string };
    expect(digest?.subject).toMatch(/^\[DIGEST\] \[CRITICAL\] 32 more root events/);
    expect(mail).toMatch(
      /MOST NOTABLE CALLS.*\n.*CRITICAL account CloseAccount.*\n.*CRITICAL cloudtrail StopLogging/,
    );
  });

  test('go to chat too, and a chat that fails does not double the mail', async () => {
    chat = true;
    await notifyBatch([write(), write()], services());
    const topics = async () => (await digestsAfter(60)).map(({ topic }) => topic);
    expect(await topics()).toEqual([alertTopicArn, chatTopicArn]);
    clock += 60 * minute;
    await notifyBatch([write(), write()], services());
    refusing.add(chatTopicArn);
    expect(await topics()).toEqual([alertTopicArn]);
  });

  test('come every hour while a session goes on, and tell of each event once', async () => {
    let told = 0;
    await notifyBatch([write()], services());
    for (let step = 0; step < 36; step++) {
      await notifyBatch([read()], services());
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
    await notifyBatch([write()], services());
    expect(await digestsAfter(60)).toEqual([]);
    expect((await state.sessions()).filter(({ key }) => key.includes(String(account)))).toEqual([]);
  });

  test('that cannot be published are due again, and lose nothing', async () => {
    await notifyBatch([write(), write()], services());
    refusing.add(alertTopicArn);
    await expect(digestsAfter(30)).rejects.toThrow('due again');
    refusing.clear();
    const [digest] = await digestsAfter(30);
    expect(digest?.subject).toContain('1 more root event,');
  });

  test('end a session only when all its counts are told', async () => {
    await notifyBatch([write()], services());
    await digestsAfter(60);
    await notifyBatch([write(), write()], services());
    const digests = await digestsAfter(60);
    expect(digests.map(({ subject }) => subject)).toEqual([
      expect.stringContaining('1 more root event,'),
    ]);
  });
});
