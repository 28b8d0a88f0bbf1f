import { describe, expect, it } from 'vitest';
import { authorize, type RequestContext } from '@root-activity-monitor/local-aws/iam';
import { topicsOf } from '@root-activity-monitor/local-aws/sns';
import { loadTemplates } from '../cli/workspace.ts';
import { deployOrganization } from './organization.ts';

// Of some condition keys AWS does not say whether a request has them. Policies must be right either way.
const organization = deployOrganization(loadTemplates(), 'aws');
const { hub, centralBus, centralBusArn } = organization;
const roleOf = (account: string) =>
  ({ kind: 'role', arn: `arn:aws:iam::${account}:role/forwarding`, account }) as const;

describe('the policy of the central event bus', () => {
  const put = (context: RequestContext) =>
    authorize({
      request: {
        principal: roleOf('444455556666'),
        action: 'events:PutEvents',
        resource: centralBusArn,
        context: {
          'aws:principalorgid': organization.id,
          'events:source': 'aws.signin',
          'events:eventbusinvocation': 'true',
          ...context,
        },
      },
      identityPolicies: [
        {
          name: 'role policy',
          document: {
            Statement: [{ Effect: 'Allow', Action: ['events:PutEvents'], Resource: ['*'] }],
          },
        },
      ],
      resourcePolicies: centralBus?.policies ?? [],
      resourceAccount: hub.place.account,
    });

  it.each([
    ['a rule, and AWS says so', { 'events:eventbusinvocation': 'true' }, true],
    ['a rule, and AWS leaves the key out', { 'events:eventbusinvocation': undefined }, true],
    ['a PutEvents of its own', { 'events:eventbusinvocation': 'false' }, false],
    ['a rule of another organization', { 'aws:principalorgid': 'o-anotherorg99' }, false],
    [
      'a rule of another organization, and AWS leaves the key out',
      { 'aws:principalorgid': 'o-anotherorg99', 'events:eventbusinvocation': undefined },
      false,
    ],
    ['nobody of any organization', { 'aws:principalorgid': undefined }, false],
    ['a partner, by a rule', { 'events:source': 'aws.partner/example.com/1' }, false],
    [
      'a partner, and AWS leaves the key out',
      { 'events:source': 'aws.partner/example.com/1', 'events:eventbusinvocation': undefined },
      false,
    ],
  ])('by %s: %j, allowed: %s', (_, context, allowed) => {
    expect(put(context).allowed).toBe(allowed);
  });
});

describe('the ops topic takes alarms of spokes from EventBridge', () => {
  const topic = topicsOf(hub).find(({ displayName }) => displayName === 'Root Activity Monitor');
  const publish = (service: string, context: RequestContext) =>
    authorize({
      request: {
        principal: { kind: 'service', service },
        action: 'sns:Publish',
        resource: topic?.arn ?? '',
        context,
      },
      resourcePolicies: topic?.policies ?? [],
      resourceAccount: hub.place.account,
    });
  const source =
    'arn:aws:events:eu-west-1:123456789012:rule/root-activity/root-activity-spoke-alarm';

  it.each([
    [
      'that says what its rule is',
      { 'aws:sourcearn': source, 'aws:sourceaccount': '123456789012' },
    ],
    ['that says nothing', { 'aws:sourcearn': undefined, 'aws:sourceaccount': undefined }],
    ['in a spelling nobody expects', { 'aws:sourcearn': 'arn:aws:events:::rule/x' }],
  ])('%s', (_, context) => {
    const tls = { ...context, 'aws:securetransport': 'true' };
    expect(publish('events.amazonaws.com', tls)).toMatchObject({ allowed: true });
    expect(publish('lambda.amazonaws.com', tls)).toMatchObject({ allowed: false });
  });

  it('even where AWS does not say how the request came', () => {
    const nothing = { 'aws:sourcearn': undefined, 'aws:securetransport': undefined };
    expect(publish('events.amazonaws.com', nothing)).toMatchObject({ allowed: true });
  });
});
