import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, test } from 'vitest';
import { hubTemplate } from '../testing/hub-template.ts';
import { resourcesOf, statementsIn } from '../testing/resources.ts';

const email = (endpoint: string, minimumSeverity: string) => ({
  protocol: 'email',
  endpoint,
  minimumSeverity,
});

describe('subscriptions', () => {
  test.each([
    ['critical', ['critical']],
    ['high', ['critical', 'high']],
    ['medium', ['critical', 'high', 'medium']],
  ])('%s and above', (minimum, severity) => {
    const subscriptions = [email('security@example.com', minimum)];
    hubTemplate({ alerts: { subscriptions } }).hasResourceProperties('AWS::SNS::Subscription', {
      Endpoint: 'security@example.com',
      FilterPolicy: { severity },
    });
  });

  test('the lowest minimum has no filter, so that nothing can be filtered by mistake', () => {
    const subscriptions = [email('security@example.com', 'low')];
    hubTemplate({ alerts: { subscriptions } }).hasResourceProperties('AWS::SNS::Subscription', {
      Endpoint: 'security@example.com',
      FilterPolicy: Match.absent(),
    });
  });

  test('one more subscriber changes nothing for the others', () => {
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

test('only the notifier can publish alerts: the topic policy allows nobody', () => {
  const [policy] = resourcesOf(hubTemplate(), 'AWS::SNS::TopicPolicy').filter(({ id }) =>
    id.startsWith('Alerts'),
  );
  expect(statementsIn(policy?.properties).map(({ Effect }) => Effect)).toEqual(['Deny']);
});

test("this account's alarms may publish to the ops topic", () => {
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
