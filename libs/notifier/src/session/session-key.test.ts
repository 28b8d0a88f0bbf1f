import { describe, expect, it } from 'vitest';
import {
  adminIdentity,
  call,
  findingOn,
  denied,
  federatedIdentity,
  longTermKey,
  rootIdentity,
  rootSessionIdentity,
} from '../testing/records.ts';
import { sessionKeyOf } from './session-key.ts';

const keyOf = (record: Readonly<Record<string, unknown>>, envelope = {}) =>
  sessionKeyOf(findingOn(record, envelope).finding.activity);
const refused = { responseElements: { ConsoleLogin: 'Failure' } };
const byRole = (name: string, changes = {}) =>
  call(name, { userIdentity: adminIdentity, ...changes });
const role = 'arn:aws:sts::111122223333:assumed-role/OrgAdmin';

describe('one session are', () => {
  it.each([
    ['a sign-in', call('signin ConsoleLogin'), 'live#123456789012#sign-in'],
    ['what root does with temporary keys', call('s3 PutObject'), 'live#123456789012#sign-in'],
    [
      'what an AI agent does for root',
      call('s3 PutObject', { userIdentity: rootIdentity({ invokedBy: 'aws-mcp.amazonaws.com' }) }),
      'live#123456789012#sign-in',
    ],
    [
      'each long-term key',
      call('s3 PutObject', { userIdentity: rootIdentity({ accessKeyId: longTermKey }) }),
      `live#123456789012#key:${longTermKey}`,
    ],
    [
      'each session that AssumeRoot granted',
      call('s3 PutObject', { userIdentity: rootSessionIdentity }),
      'live#123456789012#key:ASIAQ7EXAMPLEROOTSES',
    ],
    [
      'each session that root issued',
      call('s3 PutObject', { userIdentity: federatedIdentity }),
      'live#123456789012#key:ASIAQ7EXAMPLEFEDTOKN',
    ],
    ['refused sign-ins', call('signin ConsoleLogin', refused), 'live#123456789012#attempts'],
    [
      'wrong MFA',
      call('signin CheckMfa', { responseElements: { CheckMfa: 'Failure' } }),
      'live#123456789012#wrong-mfa',
    ],
    [
      'requests for a recovery',
      call('signin PasswordRecoveryRequested', { userIdentity: {} }),
      'live#123456789012#recovery',
    ],
    [
      'attempts to complete one',
      call('signin PasswordRecoveryCompleted', denied),
      'live#123456789012#recovery-completed',
    ],
  ])('%s', (_, record, key) => {
    expect(keyOf(record)).toBe(key);
  });

  it.each([
    ['signin PutResourcePermissionStatement', {}],
    ['signin PasswordUpdated', {}],
    ['account CloseAccount', {}],
    ['organizations LeaveOrganization', {}],
    ['sts AssumeRoot', denied],
  ])('what a role does to root: %s', (name, changes) => {
    expect(keyOf(byRole(name, { recipientAccountId: '111122223333', ...changes }))).toBe(
      `live#111122223333#by:${role}`,
    );
  });

  it('refused sign-ins of a session that root issued, apart from those of root', () => {
    const record = call('signin ConsoleLogin', { userIdentity: federatedIdentity, ...refused });
    expect(keyOf(record)).toBe('live#123456789012#key:ASIAQ7EXAMPLEFEDTOKN');
  });

  it('what cannot be read, for each account that recorded it', () => {
    expect(keyOf(call('s3 PutObject', { eventName: null }))).toBe('live#123456789012#unreadable');
  });

  it('replays, for each of them', () => {
    expect(keyOf(call('s3 PutObject'), { 'replay-name': 'again' })).toBe(
      'replay:again#123456789012#sign-in',
    );
  });
});
