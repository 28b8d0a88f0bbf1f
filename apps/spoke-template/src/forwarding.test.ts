import { forwardingPattern } from '@root-activity-monitor/event-schema';
import { Match } from 'aws-cdk-lib/assertions';
import { expect, it } from 'vitest';
import { spokeAlarmName, spokeAlarmPattern } from '@root-activity-monitor/deployment-config';
import { spokeTemplate } from './testing/spoke-template.ts';

const template = spokeTemplate();

const ruleArn = (name: string) => ({
  'Fn::Join': [
    '',
    [
      'arn:',
      { Ref: 'AWS::Partition' },
      ':events:',
      { Ref: 'AWS::Region' },
      ':',
      { Ref: 'AWS::AccountId' },
      `:rule/${name}`,
    ],
  ],
});
const ruleArns = ['root-activity-forwarding', 'root-activity-alarm-forwarding'].map(ruleArn);

it('the rule is on the default event bus and sees calls that only read', () => {
  template.hasResourceProperties('AWS::Events::Rule', {
    EventBusName: Match.absent(),
    EventPattern: forwardingPattern,
    State: 'ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS',
  });
});

it('the pattern stays within what EventBridge takes', () => {
  expect(JSON.stringify(forwardingPattern).length).toBeLessThan(2048);
});

it('the event goes to the central event bus unchanged, by the role, retried, then parked', () => {
  template.hasResourceProperties('AWS::Events::Rule', {
    Targets: [
      {
        Id: 'CentralEventBus',
        Arn: { Ref: 'CentralEventBusArn' },
        RoleArn: Match.anyValue(),
        RetryPolicy: { MaximumEventAgeInSeconds: 86_400, MaximumRetryAttempts: 185 },
        DeadLetterConfig: { Arn: Match.anyValue() },
      },
    ],
  });
});

it('only the forwarding rules of this account may use the role, and only to reach the central event bus', () => {
  template.hasResourceProperties('AWS::IAM::Role', {
    AssumeRolePolicyDocument: {
      Statement: [
        {
          Sid: 'ForwardingRules',
          Effect: 'Allow',
          Action: 'sts:AssumeRole',
          Principal: { Service: 'events.amazonaws.com' },
          Condition: {
            StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } },
            ArnEquals: { 'aws:SourceArn': ruleArns },
          },
        },
      ],
    },
    Policies: [
      {
        PolicyDocument: {
          Statement: [
            {
              Sid: 'CentralEventBus',
              Effect: 'Allow',
              Action: 'events:PutEvents',
              Resource: { Ref: 'CentralEventBusArn' },
            },
          ],
        },
      },
    ],
  });
});

it('the dead-letter queue has the encryption that no page of AWS speaks against, unless configured', () => {
  // Left out, the property is true.
  template.hasResourceProperties('AWS::SQS::Queue', {
    SqsManagedSseEnabled: false,
    KmsMasterKeyId: Match.absent(),
  });
  spokeTemplate({ encryptParkedEvents: true }).hasResourceProperties('AWS::SQS::Queue', {
    SqsManagedSseEnabled: true,
  });
});

it('the dead-letter queue keeps events as long as SQS can, and takes them from the rules only', () => {
  template.hasResourceProperties('AWS::SQS::Queue', {
    MessageRetentionPeriod: 14 * 86_400,
    FifoQueue: Match.absent(),
  });
  template.hasResourceProperties('AWS::SQS::QueuePolicy', {
    PolicyDocument: {
      Statement: [
        Match.objectLike({
          Effect: 'Allow',
          Principal: { Service: 'events.amazonaws.com' },
          Action: 'sqs:SendMessage',
          Condition: { ArnEquals: { 'aws:SourceArn': ruleArns } },
        }),
        Match.objectLike({
          Effect: 'Deny',
          Principal: '*',
          Condition: { Bool: { 'aws:SecureTransport': 'false' } },
        }),
      ],
    },
  });
});

it('the rules wait for the policy that lets them park events', () => {
  const [policy] = Object.keys(template.findResources('AWS::SQS::QueuePolicy'));
  template.allResources('AWS::Events::Rule', { DependsOn: [policy] });
});

it('an alarm on parked events is forwarded too', () => {
  template.hasResourceProperties('AWS::CloudWatch::Alarm', {
    AlarmName: spokeAlarmName,
    MetricName: 'ApproximateNumberOfMessagesVisible',
    Dimensions: [{ Name: 'QueueName', Value: Match.anyValue() }],
    AlarmDescription: Match.stringLikeRegexp('What to do'),
  });
  template.hasResourceProperties('AWS::Events::Rule', {
    Name: 'root-activity-alarm-forwarding',
    EventPattern: spokeAlarmPattern,
    Targets: [Match.objectLike({ Arn: { Ref: 'CentralEventBusArn' } })],
  });
});

it('without the alarm there is nothing of it', () => {
  const without = spokeTemplate({ alarm: false });
  without.resourceCountIs('AWS::CloudWatch::Alarm', 0);
  without.resourceCountIs('AWS::Events::Rule', 1);
  expect(JSON.stringify(without.toJSON())).not.toContain('alarm-forwarding');
});
