import { envelopeOf, SIMULATION_SOURCE } from '@root-activity-monitor/event-schema';
import { describe, expect, it } from 'vitest';
import { call, rootIdentity } from '../testing/records.ts';
import { readActivity } from './read-activity.ts';

type Changes = Readonly<Record<string, unknown>>;

function read(record: Changes = {}, envelope: Changes = {}, names = {}) {
  return readActivity(
    { ...envelopeOf(call('iam CreateUser', record)), ...envelope },
    'message-1',
    names,
  );
}

describe('a record', () => {
  it('of today', () => {
    expect(read({ errorCode: 'AccessDenied', errorMessage: 'no' })).toMatchObject({
      eventId: 'de8e4a1a-babf-407c-abd7-1b6ad07e5b02',
      eventName: 'CreateUser',
      service: 'iam',
      time: '2026-11-02T10:38:12Z',
      region: 'us-east-1',
      partition: 'aws',
      accountId: '123456789012',
      recordedIn: '123456789012',
      actor: 'root',
      principal: { type: 'Root', mfa: true },
      through: undefined,
      sourceAddress: '203.0.113.24',
      failed: true,
      errorCode: 'AccessDenied',
      errorMessage: 'no',
      simulated: false,
      replay: undefined,
      problems: [],
    });
  });

  it('of 2013, which has no ID, type or recipient', () => {
    const { eventId, problems, readOnly, recordedIn, time } = read({
      eventVersion: '1.0',
      eventTime: '2013-11-13T20:11:02Z',
      eventID: undefined,
      eventType: undefined,
      readOnly: undefined,
      recipientAccountId: undefined,
    });
    expect({ problems, readOnly, recordedIn, time }).toEqual({
      problems: [],
      readOnly: false,
      recordedIn: '123456789012',
      time: '2013-11-13T20:11:02Z',
    });
    expect(eventId).toMatch(/^[0-9a-f-]{36}$/);
  });

  it.each([
    ['us-gov-west-1', undefined, 'aws-us-gov'],
    ['cn-north-1', undefined, 'aws-cn'],
    [undefined, 'arn:aws-us-gov:iam::123456789012:root', 'aws-us-gov'],
    [undefined, 'arn:aws-cn:iam::123456789012:root', 'aws-cn'],
    ['eu-west-1', 'arn:aws:iam::123456789012:root', 'aws'],
  ])('of Region %s and ARN %s happened in partition %s', (awsRegion, arn, partition) => {
    const record = { awsRegion, userIdentity: rootIdentity({ arn }) };
    expect(read(record, { region: awsRegion }).partition).toBe(partition);
  });

  it('that is replayed, late or simulated says so', () => {
    expect(read({}, { 'replay-name': 'after\nall' }).replay).toBe('after\uFFFDall');
    expect(read({ addendum: { reason: 'DELIVERY_DELAY' } }).addendum).toBe('DELIVERY_DELAY');
    expect(read({}, { source: SIMULATION_SOURCE })).toMatchObject({
      simulated: true,
      problems: [],
    });
  });

  it('that no AWS service sent is a problem', () => {
    expect(read({}, { source: 'app.example' }).problems).toEqual(['source is not AWS']);
    expect(read({}, { source: 'awsx.iam' }).problems).toEqual(['source is not AWS']);
  });
});

describe('the name of the account', () => {
  const names = { '123456789012': 'payments\nprod' };
  const alias = (userName: string) => ({ userIdentity: rootIdentity({ userName }) });

  it('is the configured one, else the alias, as such: the account itself chooses it', () => {
    expect(read(alias('acme'), {}, names).accountName).toBe('payments\uFFFDprod');
    expect(read(alias('acme')).accountName).toBe('alias acme');
    expect(read().accountName).toBeUndefined();
    expect(read(alias('x'.repeat(500))).accountName).toHaveLength('alias '.length + 64);
  });

  it.each(['AWS ROOT USER', 'root', 'Root user', '', '   '])('is not %j', (userName) => {
    expect(read(alias(userName)).accountName).toBeUndefined();
  });

  it('is not the name of an IAM user', () => {
    expect(read({ userIdentity: { type: 'IAMUser', userName: 'jo' } }).accountName).toBeUndefined();
  });
});

describe('damage', () => {
  const damaged = (changes: Changes) => {
    const record = call('iam CreateUser', { requestParameters: { userName: 'jo' } });
    return readActivity({ ...envelopeOf(record), detail: { ...record, ...changes } }, 'message-1');
  };

  it.each([undefined, null, 7, '', {}])('to the event name is a problem: %j', (eventName) => {
    const { accountId, problems, request } = damaged({ eventName });
    expect({ accountId, problems }).toEqual({
      accountId: '123456789012',
      problems: ['detail/eventName'],
    });
    expect(request.text('userName')).toBe('jo');
  });

  it('to source and time is repaired from the envelope', () => {
    expect(damaged({ eventSource: 7, eventTime: null })).toMatchObject({
      service: 'iam',
      time: '2026-11-02T10:38:12Z',
      problems: [],
    });
  });

  it('to the identity leaves nobody', () => {
    expect(damaged({ userIdentity: [] })).toMatchObject({
      actor: 'other',
      principal: { type: 'unknown', arn: undefined },
      accountId: '123456789012',
    });
  });

  it.each([undefined, null, 7, 'text', [], {}, { detail: null }, { detail: [1] }])(
    'of everything: %j',
    (value) => {
      const activity = readActivity(value, 'message-1');
      expect(activity).toMatchObject({
        eventId: 'message-1',
        accountId: 'unknown',
        region: 'unknown',
        time: 'unknown',
      });
      expect(activity.problems).not.toEqual([]);
    },
  );

  it.each([
    ['region', { awsRegion: `us-${'a'.repeat(100_000)}-1` }, { region: 'x' }],
    ['region', { awsRegion: 'us-east-1 https://example.com' }, { region: {} }],
    ['time', { eventTime: `2026-11-02T10:38:12.${'1'.repeat(100_000)}Z` }, { time: 'now' }],
    ['eventId', { eventID: 'x'.repeat(65) }, { id: 'a b' }],
  ])('to the token %s reads as unknown', (token, record, envelope) => {
    const activity = readActivity(
      { ...envelopeOf(call('iam CreateUser', record)), ...envelope },
      '?',
    );
    expect(activity).toMatchObject({ [token]: 'unknown' });
  });

  it('a name of blanks is no name', () => {
    const activity = read({ eventName: '\u200B \u200B', eventSource: '.amazonaws.com' });
    expect(activity).toMatchObject({ eventName: '\uFFFD \uFFFD', service: 'unknown' });
    expect(read({ eventName: '   ' }).eventName).toBe('unknown');
  });

  it('keys of the prototype change nothing', () => {
    const hostile: unknown = JSON.parse(
      `{"__proto__":{"source":"${SIMULATION_SOURCE}","detail":{"eventName":"X"}},"constructor":{"prototype":{"simulated":true}}}`,
    );
    const activity = readActivity(hostile, 'message-1');
    expect(activity).toMatchObject({ simulated: false, eventName: 'unknown' });
    expect(({} as { simulated?: boolean }).simulated).toBeUndefined();
  });

  it('no error message shows contact data', () => {
    expect(read({ errorMessage: 'bad address jo@example.com' }).errorMessage).toBe(
      'bad address (address hidden)',
    );
  });
});
