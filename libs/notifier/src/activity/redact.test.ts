import { expect, it } from 'vitest';
import { redact } from './redact.ts';

it.each([
  [
    "Value 'jo.doe+x@mail.example.com' at 'emailAddress'",
    "Value '(address hidden)' at 'emailAddress'",
  ],
  ['phone +1 (555) 555-0100 is wrong', 'phone (number hidden) is wrong'],
  [`key ${'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY'} leaked`, 'key (secret hidden) leaked'],
  [`Encoded message: ${'Ab3-_'.repeat(40)}`, 'Encoded message: (secret hidden)'],
  ['JWT eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.c2lnbmF0dXJl!', 'JWT (secret hidden)!'],
  [
    'GET /x?X-Amz-Credential=AKIA%2F2026&X-Amz-Signature=0a1b2c3d&y=1',
    'GET /x?X-Amz-Credential=(secret hidden)&X-Amz-Signature=(secret hidden)&y=1',
  ],
  ['password: hunter2! token = "abcd-1"', 'password: (secret hidden) token = (secret hidden)'],
  [
    "Value 'hunter2!' at 'masterUserPassword' failed",
    "Value '(secret hidden)' at 'masterUserPassword' failed",
  ],
  ['MasterUserPassword=hunter2&x=1', 'MasterUserPassword=(secret hidden)&x=1'],
  [
    "client_secret='two words' api_key: abcdef",
    'client_secret=(secret hidden) api_key: (secret hidden)',
  ],
  ['Authorization: Bearer abc.def.ghi', 'Authorization: Bearer (secret hidden)'],
  ['j\u00FCrgen.m\u00FCller@example.com is taken', '(address hidden) is taken'],
  [`token: ${'Zm9v+/=='.repeat(20)}`, 'token: (secret hidden)'],
])('hides what nobody should find in a mailbox: %s', (message, expected) => {
  expect(redact(message)).toBe(expected);
});

it.each([
  'User: arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_AdministratorAccess_0123456789abcdef/jo is not authorized to perform: sts:AssumeRoot on resource: arn:aws:iam::222233334444:root',
  'Failed authentication',
  'The bucket 123456789012-backup-eu-central-1 does not exist (request 5a460db3-b6f3-4381-a9bd-899029050627)',
])('keeps what a responder needs: %s', (message) => {
  expect(redact(message)).toBe(message);
});

it('hides a secret that the cut would halve', () => {
  const text = redact(`${'x '.repeat(500)}wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY`);
  expect(text).not.toContain('wJalr');
});

it('reads no more than AWS writes', () => {
  expect(redact('ab '.repeat(1_000_000))).toHaveLength(1024);
});
