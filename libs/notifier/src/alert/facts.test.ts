import { describe, expect, it } from 'vitest';
import { fieldsOf } from '../activity/fields.ts';
import { finding } from '../testing/findings.ts';
import { factsOf } from './facts.ts';

const principal = finding().activity.principal;

function fact(label: string, changes: Parameters<typeof finding>[0]) {
  return factsOf(finding(changes)).find(([name]) => name === label)?.[1];
}

it('the facts stand in the order in which a responder asks', () => {
  const facts = factsOf(
    finding({ recordedIn: '111122223333', principal: { ...principal, accessKeyId: 'AKIAX' } }),
  );
  expect(facts.map(([label]) => label)).toEqual([
    'Severity',
    'Account',
    'Recorded in',
    'When',
    'Who',
    'From',
    'With',
    'Access key',
    'MFA',
    'Call',
    'Outcome',
    'Region',
  ]);
});

it('what is not known is left out, or said to be unknown', () => {
  expect(fact('Recorded in', {})).toBeUndefined();
  expect(fact('Access key', {})).toBeUndefined();
  expect(fact('With', { userAgent: undefined })).toBeUndefined();
  expect(fact('From', { sourceAddress: undefined })).toBe('not recorded');
  expect(fact('When', { time: 'unknown' })).toBe('not recorded');
});

describe('who', () => {
  it.each([
    ['root', {}, 'the root user'],
    [
      'root, when only claimed',
      { failed: true, additional: fieldsOf({ MFAUsed: 'No' }) },
      'not known: nobody signed in for this',
    ],
    [
      'root, at the MFA step',
      { failed: true, additional: fieldsOf({ MFAUsed: 'Yes' }) },
      "somebody who knows root's password",
    ],
    [
      'root, refused in a session',
      { failed: true, eventName: 'PasswordUpdated', additional: fieldsOf({}) },
      'the root user',
    ],
    [
      'root, for a password recovery',
      { eventName: 'PasswordRecoveryRequested' },
      'not known: nobody signed in for this',
    ],
    ['root, refused elsewhere', { failed: true, service: 's3' }, 'the root user'],
    ['a root session', { actor: 'root-session' }, 'a root session granted by AssumeRoot'],
    [
      'a session of root',
      { actor: 'root-federated' },
      'a session that the root user issued, arn:aws:iam::123456789012:root',
    ],
    ['a service', { actor: 'service', through: 'acm' }, 'the AWS service "acm"'],
    [
      'root through an AI agent',
      { through: 'aws-mcp' },
      'the root user, through an AI agent (AWS MCP Server)',
    ],
    [
      'a root session through a stack',
      { actor: 'root-session', through: 'cloudformation' },
      'a root session granted by AssumeRoot, through AWS CloudFormation',
    ],
    ['an unnamed service', { actor: 'service' }, 'an AWS service'],
    ['another', { actor: 'other' }, 'arn:aws:iam::123456789012:root'],
    [
      'another, without ARN',
      { actor: 'other', principal: { ...principal, arn: undefined } },
      'Root (no ARN recorded)',
    ],
  ] as const)('%s', (_, changes, who) => {
    expect(fact('Who', changes)).toBe(who);
  });
});

describe('MFA', () => {
  const additional = (fields: Record<string, unknown>) => ({ additional: fieldsOf(fields) });
  it.each([
    ['the device', additional({ MFAIdentifier: 'arn:x', MFAUsed: 'Yes' }), 'used, arn:x'],
    [
      'the device, at a sign-in that failed',
      { ...additional({ MFAIdentifier: 'arn:x', MFAUsed: 'Yes' }), failed: true },
      'asked for and not passed, arn:x',
    ],
    ['Yes', additional({ MFAUsed: 'Yes' }), 'used'],
    ['YES', additional({ MFAUsed: 'YES' }), 'used'],
    ['No', additional({ MFAUsed: 'No' }), 'NOT used'],
    ['anything else', additional({ MFAUsed: 'Yes?' }), 'NOT used'],
    ['nothing', additional({}), 'not recorded'],
    ['of the session', { ...additional({}), principal: { ...principal, mfa: true } }, 'used'],
    [
      'none of the session',
      { ...additional({}), principal: { ...principal, mfa: false } },
      'NOT used',
    ],
    [
      'of a root session',
      { actor: 'root-session' as const },
      'not recorded here; see who was granted the session',
    ],
  ])('%s', (_, changes, mfa) => {
    expect(fact('MFA', changes)).toBe(mfa);
  });
});

it.each([
  [{}, 'succeeded'],
  [{ failed: true }, 'failed'],
  [{ failed: true, errorCode: 'AccessDenied' }, 'failed, AccessDenied'],
  [{ failed: true, errorMessage: 'no' }, 'failed, no'],
  [{ failed: true, errorCode: 'AccessDenied', errorMessage: 'no' }, 'failed, AccessDenied: no'],
])('the outcome of %j is "%s"', (changes, outcome) => {
  expect(fact('Outcome', changes)).toBe(outcome);
});
