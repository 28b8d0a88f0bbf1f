import { matchesEventPattern, validateEventPattern } from '@root-activity-monitor/event-pattern';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import {
  forwardingPattern,
  notificationPattern,
  simulationPattern,
  SIMULATION_SOURCE,
} from './event-patterns.ts';

const PatternParts = z.object({
  source: z.unknown(),
  'detail-type': z.unknown(),
  detail: z.object({ $or: z.array(z.unknown()) }),
});

const apiCall = (detail: Readonly<Record<string, unknown>>, changes = {}) => ({
  source: 'aws.iam',
  'detail-type': 'AWS API Call via CloudTrail',
  account: '123456789012',
  detail: { eventSource: 'iam.amazonaws.com', eventName: 'CreateUser', ...detail },
  ...changes,
});
const root = { userIdentity: { type: 'Root' } };
const byRole = (name: string) => {
  const [service, eventName] = name.split(' ');
  const userIdentity = { type: 'AssumedRole' };
  return apiCall({ eventSource: `${service ?? ''}.amazonaws.com`, eventName, userIdentity });
};

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
    'signin PutConsoleAuthorizationConfiguration',
    'signin DeleteResourcePermissionStatement',
    'organizations CloseAccount',
    'organizations LeaveOrganization',
    'organizations AcceptHandshake',
    'organizations RemoveAccountFromOrganization',
    'organizations AccountDepartedOrganization',
    'organizations DeleteOrganization',
  ])('takes %s by a role', (name) => {
    expect(matchesEventPattern(forwardingPattern, byRole(name))).toBe(true);
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
    ['a look at who may sign in', byRole('signin GetConsoleAuthorizationConfiguration')],
    ['an invitation that is declined', byRole('organizations DeclineHandshake')],
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

describe('where $or stands makes no difference to what is taken', () => {
  const { source, 'detail-type': detailType, detail } = PatternParts.parse(forwardingPattern);
  const branches = detail.$or;
  /** The same pattern with `$or` beside the other keys, and with no `$or` beside anything. */
  const forms = {
    'beside source and detail-type': {
      source,
      'detail-type': detailType,
      $or: branches.map((branch) => ({ detail: branch })),
    },
    'alone at the top': {
      $or: branches.map((branch) => ({ source, 'detail-type': detailType, detail: branch })),
    },
  };
  const words = [...new Set(JSON.stringify(forwardingPattern).match(/[\w. -]{3,}/g))];
  const word = fc.oneof(fc.constantFrom(...words), fc.string({ maxLength: 5 }));
  const often = (value: string) => fc.oneof({ weight: 9, arbitrary: fc.constant(value) }, word);
  const event = fc.record(
    {
      source: often('aws.iam'),
      'detail-type': often('AWS API Call via CloudTrail'),
      detail: fc.record(
        {
          eventSource: word,
          eventName: fc.oneof(word, fc.constant('EnableOrganizationsRootSessions')),
          userIdentity: fc.record(
            {
              type: fc.oneof(fc.constant('Root'), word),
              sessionContext: fc.record({ sessionIssuer: fc.record({ type: word }) }),
            },
            { requiredKeys: [] },
          ),
        },
        { requiredKeys: [] },
      ),
    },
    { requiredKeys: [] },
  );

  test.each(Object.entries(forms))('%s', (_, form) => {
    let taken = 0;
    const property = fc.property(event, (value) => {
      const takes = matchesEventPattern(forwardingPattern, value);
      if (takes) taken += 1;
      expect(matchesEventPattern(form, value)).toBe(takes);
    });
    fc.assert(property, { numRuns: 3000 });
    // Random words alone match next to nothing, and would prove nothing.
    expect(taken).toBeGreaterThan(100);
  });
});
