import { describe, expect, it } from 'vitest';
import { adminIdentity, call, findingOn, expectVerdicts } from '../testing/records.ts';

describe('unrecognized-root-event', () => {
  expectVerdicts([
    [
      'no event name',
      call('iam CreateUser', { eventName: undefined }),
      'unrecognized-root-event',
      'high',
    ],
    [
      'an event name that is no text',
      call('iam CreateUser', { eventName: 42 }),
      'unrecognized-root-event',
      'high',
    ],
    [
      'no identity',
      call('iam CreateUser', { userIdentity: 'Root' }),
      'unrecognized-root-event',
      'high',
    ],
    [
      'not when the name can be read, whatever else is missing',
      call('iam CreateUser', { eventTime: null }),
      'root-identity-persistence',
      'critical',
    ],
    [
      'an event that no detection is for',
      call('iam CreateUser', { userIdentity: adminIdentity }),
      'unrecognized-root-event',
      'high',
    ],
    [
      'not when only later fields are missing, as in 2013',
      call('iam CreateGroup', {
        eventVersion: '1.0',
        eventID: undefined,
        readOnly: undefined,
        eventType: undefined,
        recipientAccountId: undefined,
      }),
      'root-identity-persistence',
      'critical',
    ],
    [
      'not when optional fields are damaged',
      call('s3 ListBuckets', {
        readOnly: true,
        requestParameters: 'x',
        sourceIPAddress: 7,
        resources: {},
      }),
      'root-read',
      'low',
    ],
  ]);

  it.each([
    [
      'nobody at AWS sent',
      call('iam CreateUser'),
      { source: 'app.example' },
      'Root event that AWS did not send',
    ],
    [
      'cannot be read',
      call('iam CreateUser', { eventName: 7 }),
      {},
      'Root event that cannot be read',
    ],
    [
      'is not known',
      call('iam X', { userIdentity: adminIdentity }),
      {},
      'Root event of an unknown kind: iam X',
    ],
  ])('says what is wrong with an event that %s', (_, record, envelope, title) => {
    const { alert, finding } = findingOn(record, envelope);
    expect(finding.detection.id).toBe('unrecognized-root-event');
    expect(alert?.subject).toBe(`[HIGH] ${title}: 123456789012`);
  });
});
