import { matchesEventPattern, validateEventPattern } from '@root-activity-monitor/event-pattern';
import { describe, expect, test } from 'vitest';
import {
  forwardingPattern,
  notificationPattern,
  simulationPattern,
  SIMULATION_SOURCE,
} from './event-patterns.ts';

const apiCall = (detail: Readonly<Record<string, unknown>>, changes = {}) => ({
  source: 'aws.iam',
  'detail-type': 'AWS API Call via CloudTrail',
  account: '123456789012',
  detail: { eventSource: 'iam.amazonaws.com', eventName: 'CreateUser', ...detail },
  ...changes,
});
const root = { userIdentity: { type: 'Root' } };

describe('the forwarding pattern', () => {
  test.each([
    ['is one that EventBridge takes', forwardingPattern],
    ['of the notification rule is one that EventBridge takes', notificationPattern],
    ['for simulations is one that EventBridge takes', simulationPattern('123456789012')],
  ])('%s, within its default quota of 2,048 characters', (_, pattern) => {
    expect(() => {
      validateEventPattern(pattern);
    }).not.toThrow();
    expect(JSON.stringify(pattern).length).toBeLessThanOrEqual(2048);
  });

  test.each([
    ['root', apiCall(root)],
    [
      'a sign-in, as AWS spells it in its documentation',
      apiCall(root, { source: 'aws.signin', 'detail-type': 'AWS Console Signin via CloudTrail' }),
    ],
    [
      'a sign-in, as AWS sends it',
      apiCall(root, { source: 'aws.signin', 'detail-type': 'AWS Console Sign In via CloudTrail' }),
    ],
    [
      'a session that root issued',
      apiCall({
        userIdentity: {
          type: 'FederatedUser',
          sessionContext: { sessionIssuer: { type: 'Root' } },
        },
      }),
    ],
    [
      'AssumeRoot by a role',
      apiCall({
        eventSource: 'sts.amazonaws.com',
        eventName: 'AssumeRoot',
        userIdentity: { type: 'AssumedRole' },
      }),
    ],
    [
      'centralized root access',
      apiCall({ eventName: 'DisableOrganizationsRootCredentialsManagement' }),
    ],
    [
      'password recovery without an identity',
      apiCall({ eventSource: 'signin.amazonaws.com', eventName: 'PasswordRecoveryRequested' }),
    ],
    [
      'an e-mail change by a role',
      apiCall({ eventSource: 'account.amazonaws.com', eventName: 'StartPrimaryEmailUpdate' }),
    ],
  ])('takes %s', (_, event) => {
    expect(matchesEventPattern(forwardingPattern, event)).toBe(true);
    expect(matchesEventPattern(notificationPattern, event)).toBe(true);
  });

  test.each([
    [
      'a role called root',
      apiCall({
        userIdentity: {
          type: 'AssumedRole',
          arn: 'arn:aws:sts::123456789012:assumed-role/root/root',
        },
      }),
    ],
    [
      'AssumeRole',
      apiCall({
        eventSource: 'sts.amazonaws.com',
        eventName: 'AssumeRole',
        userIdentity: { type: 'AssumedRole' },
      }),
    ],
    ['a customer event that looks like root', apiCall(root, { source: 'com.example.app' })],
    ['a simulation', apiCall(root, { source: SIMULATION_SOURCE })],
    ['what CloudTrail did not record', apiCall(root, { 'detail-type': 'Object Created' })],
  ])('leaves %s', (_, event) => {
    expect(matchesEventPattern(forwardingPattern, event)).toBe(false);
    expect(matchesEventPattern(notificationPattern, event)).toBe(false);
  });

  test('simulations are taken from the hub account only', () => {
    const simulation = apiCall(root, { source: SIMULATION_SOURCE });
    expect(matchesEventPattern(simulationPattern('123456789012'), simulation)).toBe(true);
    expect(matchesEventPattern(simulationPattern('111122223333'), simulation)).toBe(false);
    expect(matchesEventPattern(simulationPattern('123456789012'), apiCall(root))).toBe(false);
  });
});
