import { Match } from 'aws-cdk-lib/assertions';
import { expect, it } from 'vitest';
import { hubTemplate } from '../testing/hub-template.ts';
import { resourcesOf, statementsIn } from '../testing/resources.ts';

const template = hubTemplate();

it('it runs every five minutes, and a run that failed is not repeated but followed by the next', () => {
  template.hasResourceProperties('AWS::Events::Rule', {
    Name: 'root-activity-digest',
    ScheduleExpression: 'rate(5 minutes)',
    State: 'ENABLED',
  });
  template.hasResourceProperties('AWS::Lambda::Function', {
    Handler: 'index.digest',
    Timeout: 300,
  });
  template.hasResourceProperties('AWS::Lambda::EventInvokeConfig', { MaximumRetryAttempts: 0 });
});

it('only its schedule may invoke it', () => {
  template.resourceCountIs('AWS::Lambda::Permission', 1);
  template.hasResourceProperties('AWS::Lambda::Permission', {
    Principal: 'events.amazonaws.com',
    SourceArn: {
      'Fn::Join': [
        '',
        [
          'arn:',
          { Ref: 'AWS::Partition' },
          ':events:eu-west-1:123456789012:rule/root-activity-digest',
        ],
      ],
    },
  });
});

it('it has the environment of the notifier, the chat topic too', () => {
  const withChat = hubTemplate({
    chat: { slack: { workspaceId: 'T0EXAMPLE1', channelId: 'C0EXAMPLE1' } },
  });
  const [first, second] = resourcesOf(withChat, 'AWS::Lambda::Function').map(
    ({ properties }) => properties['Environment'],
  );
  expect(first).toEqual(second);
  expect(first).toHaveProperty('Variables.CHAT_TOPIC_ARN');
});

it('it cannot read the notification queue', () => {
  const [role] = resourcesOf(template, 'AWS::IAM::Role').filter(({ id }) => /^Digests/.test(id));
  expect(JSON.stringify(statementsIn(role?.properties))).not.toContain('sqs:');
});

it('it is missed when it does not run any more, but not before it ran first', () => {
  // An alarm begins in INSUFFICIENT_DATA, and only coming into a state makes it act.
  template.hasResourceProperties('AWS::CloudWatch::Alarm', {
    MetricName: 'Invocations',
    ComparisonOperator: 'LessThanThreshold',
    TreatMissingData: 'missing',
    InsufficientDataActions: [{ Ref: Match.stringLikeRegexp('^OperationsTopic') }],
    AlarmDescription: Match.stringLikeRegexp('has not run'),
  });
});
