import { forwardingPattern } from '@root-activity-monitor/event-schema';
import { findFixture } from '@root-activity-monitor/event-fixtures';
import { describe, expect, it } from 'vitest';
import { moveEvent } from './move-event.ts';
import { planEvent } from './plan-event.ts';

const envelope = findFixture('root-sign-in')!.envelope;
const record = envelope.detail;
const plan = (value: unknown, via: 'aws' | 'put-events-default-bus' = 'aws') =>
  planEvent({ value, label: 'f' }, via, [forwardingPattern]);

describe('an entry', () => {
  it('that is an envelope stays as it is', () => {
    expect(plan(envelope)).toEqual({ envelope, via: 'aws', label: 'f' });
  });

  it('that is a record gets its envelope', () => {
    expect(plan(record)).toMatchObject({ envelope: { source: 'aws.signin', detail: record } });
  });

  it('that is a fixture is its envelope', () => {
    expect(plan({ about: 'x', expect: {}, envelope }).envelope).toEqual(envelope);
  });

  it.each([
    ['text', 'broken', /a string, not a CloudTrail record/],
    ['null', null, /is null/],
    ['a list', [1], /is a list/],
    ['an empty object', {}, /eventName cannot be read/],
    ['a record without a name', { ...record, eventName: 7, userIdentity: {} }, /eventName/],
    ['a record whose identity is text', { ...record, userIdentity: 'Root' }, /userIdentity/],
    [
      'an envelope without type',
      { ...envelope, 'detail-type': 7, detail: {} },
      /detail-type is unreadable/,
    ],
  ])('that is %s is malformed', (_, value, reason) => {
    expect(plan(value).malformed).toMatch(reason);
  });

  it.each([
    ['root activity without a name, which the rule sees', { ...record, eventName: undefined }],
    ['a call without identity', { ...record, userIdentity: undefined }],
    ['an ordinary call', { ...record, userIdentity: { type: 'IAMUser' } }],
    [
      'an event of another service',
      { ...envelope, source: 'aws.ec2', 'detail-type': 'EC2 Instance', detail: {} },
    ],
    [
      'an Insights event',
      {
        eventType: 'AwsCloudTrailInsight',
        eventSource: 'x',
        eventTime: '2026-11-02T09:14:33Z',
        awsRegion: 'us-east-1',
        recipientAccountId: '123456789012',
      },
    ],
  ])('that is %s goes the way of AWS', (_, value) => {
    expect(plan(value)).not.toHaveProperty('malformed');
  });

  it('of a customer may look as it likes', () => {
    expect(plan({ ...envelope, detail: {} }, 'put-events-default-bus')).not.toHaveProperty(
      'malformed',
    );
  });
});

describe('what a record does not say', () => {
  const timeless = { ...record, eventTime: undefined };
  const placeless = {
    ...record,
    awsRegion: undefined,
    recipientAccountId: undefined,
    userIdentity: undefined,
  };

  it.each([
    ['when', timeless, /^--event f: the record has no readable eventTime; /],
    ['where', placeless, /has no account \(recipientAccountId\), no awsRegion;/],
    ['a readable time', { ...record, eventTime: 'yesterday' }, /no readable eventTime/],
  ])('%s it happened is wrong input, and named', (_name, value, message) => {
    expect(() => plan(value)).toThrow(
      expect.objectContaining({ name: 'UsageError', message: expect.stringMatching(message) }),
    );
  });

  it('may be said by the user', () => {
    const move = { account: '444455556666', region: 'eu-west-1' };
    expect(planEvent({ value: placeless, label: 'f' }, 'aws', [], move).envelope).toMatchObject({
      account: '444455556666',
      region: 'eu-west-1',
    });
  });

  it('is not made up where the entry is damaged', () => {
    const { envelope } = plan({});
    expect(envelope).toMatchObject({ account: '', region: '', time: '' });
  });

  it('is no matter for a simulation, which the hub account puts', () => {
    const { source, account } = planEvent(
      { value: { ...placeless, userIdentity: record['userIdentity'] }, label: 'f' },
      'simulation',
      [],
    ).envelope;
    expect({ source, account }).toEqual({
      source: 'root-activity-monitor.simulation',
      account: envelope.account,
    });
  });
});

describe('an event in another place', () => {
  it('has the account in envelope, ARNs and record, and nowhere the old one', () => {
    const moved = moveEvent(envelope, { account: '000000000123' });
    expect(moved.account).toBe('000000000123');
    expect(moved.detail).toMatchObject({
      recipientAccountId: '000000000123',
      userIdentity: { arn: 'arn:aws:iam::000000000123:root' },
    });
    expect(JSON.stringify(moved)).not.toContain(envelope.account);
  });

  it('has Region and partition', () => {
    const moved = moveEvent(envelope, { region: 'cn-north-1' });
    expect(moved.region).toBe('cn-north-1');
    expect(moved.detail).toMatchObject({
      awsRegion: 'cn-north-1',
      userIdentity: { arn: expect.stringMatching(/^arn:aws-cn:iam/) },
    });
  });

  it('keeps longer numbers and other Regions', () => {
    const detail = { a: `9${envelope.account}`, b: `${envelope.region}a`, c: 'eu-west-1' };
    const moved = moveEvent(
      { ...envelope, detail },
      { account: '1'.repeat(12), region: 'ap-south-1' },
    );
    expect(moved.detail).toEqual(detail);
  });
});
