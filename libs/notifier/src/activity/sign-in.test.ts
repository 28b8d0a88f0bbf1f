import { describe, expect, it } from 'vitest';
import { fieldsOf } from './fields.ts';
import { failedAtMfa, isRecovery, isUnauthenticated } from './sign-in.ts';

const signIn = (eventName: string, changes: Readonly<Record<string, unknown>> = {}) => ({
  service: 'signin',
  eventName,
  failed: true,
  errorMessage: undefined,
  additional: fieldsOf({ MFAUsed: 'No' }),
  ...changes,
});
const mfa = { additional: fieldsOf({ MFAUsed: 'Yes' }) };
const byPolicy = {
  errorMessage: 'Authorization denied because of a resource control policy',
};

describe('only claimed to be root', () => {
  it.each([
    [true, 'a sign-in refused at the password', signIn('ConsoleLogin')],
    [true, 'a recovery', signIn('PasswordRecoveryRequested', { failed: false })],
    [true, 'a sign-in that a policy refused', signIn('ConsoleLogin', { ...mfa, ...byPolicy })],
    [false, 'a sign-in refused at MFA', signIn('ConsoleLogin', mfa)],
    [false, 'a sign-in that succeeded', signIn('ConsoleLogin', { failed: false })],
    [false, 'a refused change of the password', signIn('PasswordUpdated')],
    [false, 'a refused change of the address', signIn('EmailUpdated')],
    [false, 'a refused token', signIn('CreateOAuth2Token')],
    [false, 'the same at another service', signIn('ConsoleLogin', { service: 'example' })],
  ])('%s: %s', (expected, _, activity) => {
    expect(isUnauthenticated(activity)).toBe(expected);
  });
});

describe('gave the password and failed at MFA', () => {
  it.each([
    [true, 'at the check', signIn('CheckMfa')],
    [true, 'at the sign-in', signIn('ConsoleLogin', mfa)],
    [false, 'at the check, and passed', signIn('CheckMfa', { failed: false })],
    [false, 'refused by a policy', signIn('ConsoleLogin', { ...mfa, ...byPolicy })],
    [false, 'at another service', signIn('CheckMfa', { service: 'example' })],
  ])('%s: %s', (expected, _, activity) => {
    expect(failedAtMfa(activity)).toBe(expected);
  });
});

it('a recovery is one of the sign-in page', () => {
  expect(isRecovery(signIn('PasswordRecoveryCompleted'))).toBe(true);
  expect(isRecovery(signIn('PasswordRecoveryCompleted', { service: 'example' }))).toBe(false);
});
