import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { hubTemplate } from '../testing/hub-template.ts';
import { resourcesOf, statementsIn } from '../testing/resources.ts';

const email = (endpoint: string, minimumSeverity: string) => ({
  protocol: 'email',
  endpoint,
  minimumSeverity,
});

const subscribed = (minimumSeverity: string) =>
  resourcesOf(
    hubTemplate({ alerts: { subscriptions: [email('security@example.com', minimumSeverity)] } }),
    'AWS::SNS::Subscription',
  );

describe('subscriptions', () => {
  it.each([
    ['critical', ['critical']],
    ['high', ['critical', 'high']],
    ['medium', ['critical', 'high', 'medium']],
    ['low', ['critical', 'high', 'medium', 'low']],
  ])('%s and above, with the scope of the filter', (minimum, severity) => {
    const [subscription] = subscribed(minimum);
    expect(subscription?.properties).toMatchObject({
      Endpoint: 'security@example.com',
      FilterPolicy: { severity },
      FilterPolicyScope: 'MessageAttributes',
    });
  });

  it('another severity changes only values of the filter policy', () => {
    const withoutFilter = (minimum: string) =>
      JSON.stringify(
        subscribed(minimum).map(({ id, properties }) => ({ id, ...properties })),
      ).replace(/"FilterPolicy":\{"severity":\[[^\]]+\]\}/, '"FilterPolicy":…');
    for (const minimum of ['critical', 'high', 'medium']) {
      expect(withoutFilter(minimum)).toBe(withoutFilter('low'));
    }
    expect(withoutFilter('low')).toContain('"FilterPolicy":…');
  });

  it('operators get everything, for alarms have no attributes to filter by', () => {
    const [, ops] = subscribed('low');
    expect(ops?.properties).toMatchObject({ Endpoint: 'platform@example.com' });
    expect(ops?.properties).not.toHaveProperty('FilterPolicy');
    expect(ops?.properties).not.toHaveProperty('FilterPolicyScope');
  });

  it('one more subscriber changes nothing for the others', () => {
    const first = email('a@example.com', 'low');
    const ids = (subscriptions: unknown[]): string[] =>
      resourcesOf(hubTemplate({ alerts: { subscriptions } }), 'AWS::SNS::Subscription').map(
        ({ id }) => id,
      );
    expect(ids([email('b@example.com', 'high'), first])).toEqual(
      expect.arrayContaining(ids([first])),
    );
  });
});

it('only the notifier can publish alerts: the topic policy allows nobody', () => {
  const [policy] = resourcesOf(hubTemplate(), 'AWS::SNS::TopicPolicy').filter(({ id }) =>
    id.startsWith('Alerts'),
  );
  expect(statementsIn(policy?.properties).map(({ Effect }) => Effect)).toEqual(['Deny']);
});

it("this account's alarms may publish to the ops topic", () => {
  hubTemplate().hasResourceProperties('AWS::SNS::TopicPolicy', {
    PolicyDocument: {
      Statement: Match.arrayWith([
        Match.objectLike({
          Principal: { Service: 'cloudwatch.amazonaws.com' },
          Action: 'sns:Publish',
          Condition: Match.objectLike({ StringEquals: { 'aws:SourceAccount': '123456789012' } }),
        }),
      ]),
    },
  });
});
