import { describe, expect, test } from 'vitest';
import { CloudTrailRecordSchema } from './cloudtrail-record.ts';
import { envelopeOf } from './envelope-of-record.ts';
import { EventEnvelopeSchema } from './event-envelope.ts';

/** As CloudTrail wrote it in 2013: no event ID, no recipient, no category. */
const record2013 = {
  eventVersion: '1.0',
  userIdentity: { type: 'Root', arn: 'arn:aws:iam::123456789012:root', accountId: '123456789012' },
  eventTime: '2013-11-27T10:15:00Z',
  eventSource: 'iam.amazonaws.com',
  eventName: 'CreateGroup',
  awsRegion: 'us-east-1',
};

describe('a CloudTrail record', () => {
  test('of 2013 is read', () => {
    expect(CloudTrailRecordSchema.parse(record2013)).toMatchObject(record2013);
  });

  test.each(['eventName', 'eventSource', 'eventTime', 'userIdentity'])(
    'without %s is refused',
    (field) => {
      const damaged = { ...record2013, [field]: undefined };
      expect(CloudTrailRecordSchema.safeParse(damaged).success).toBe(false);
    },
  );

  test.each([
    [true, true],
    ['true', true],
    ['TRUE', true],
    ['false', false],
    [1, undefined],
  ])('that says readOnly %j means %j', (written, meant) => {
    expect(CloudTrailRecordSchema.parse({ ...record2013, readOnly: written }).readOnly).toBe(meant);
  });

  test('loses damaged optional fields only', () => {
    const damaged = {
      ...record2013,
      awsRegion: 5,
      requestParameters: 'x',
      resources: {},
      addendum: [],
    };
    const { awsRegion, requestParameters, resources, addendum, eventName } =
      CloudTrailRecordSchema.parse(damaged);
    expect([awsRegion, requestParameters, resources, addendum]).toEqual(Array(4).fill(undefined));
    expect(eventName).toBe('CreateGroup');
  });

  test('keeps fields that AWS adds later', () => {
    expect(CloudTrailRecordSchema.parse({ ...record2013, newIn2027: { a: 1 } })).toHaveProperty(
      'newIn2027.a',
      1,
    );
  });
});

describe('the envelope of a record', () => {
  test.each([
    ['AwsApiCall', 'AWS API Call via CloudTrail'],
    ['AwsConsoleSignIn', 'AWS Console Sign In via CloudTrail'],
    ['AwsConsoleSignin', 'AWS Console Sign In via CloudTrail'],
    ['AwsConsoleAction', 'AWS Console Action via CloudTrail'],
    ['AwsServiceEvent', 'AWS Service Event via CloudTrail'],
    [undefined, 'AWS API Call via CloudTrail'],
  ])('of type %s has the detail-type %s', (eventType, detailType) => {
    expect(envelopeOf({ ...record2013, eventType })['detail-type']).toBe(detailType);
  });

  test('names source, account, Region and time of the record, and is one that EventBridge sends', () => {
    expect(EventEnvelopeSchema.parse(envelopeOf(record2013))).toMatchObject({
      source: 'aws.iam',
      account: '123456789012',
      region: 'us-east-1',
      time: '2013-11-27T10:15:00Z',
    });
  });

  test('is in the account that received the record', () => {
    expect(envelopeOf({ ...record2013, recipientAccountId: '111122223333' }).account).toBe(
      '111122223333',
    );
  });

  test('takes the account from the ARN where the record names it nowhere else', () => {
    const userIdentity = { type: 'Root', arn: 'arn:aws:iam::123456789012:root' };
    expect(envelopeOf({ ...record2013, userIdentity }).account).toBe('123456789012');
  });

  test('of a sign-in that does not say its type is a sign-in', () => {
    const signIn = {
      ...record2013,
      eventSource: 'signin.amazonaws.com',
      eventName: 'ConsoleLogin',
    };
    expect(envelopeOf(signIn)['detail-type']).toBe('AWS Console Sign In via CloudTrail');
  });

  test('has the same ID whenever it is made of the same record', () => {
    expect(envelopeOf(record2013).id).toBe(envelopeOf({ ...record2013 }).id);
    expect(envelopeOf(record2013).id).not.toBe(envelopeOf({ ...record2013, eventName: 'X' }).id);
  });
});
