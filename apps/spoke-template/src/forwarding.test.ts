import { forwardingPattern } from '@root-activity-monitor/event-schema';
import { Match } from 'aws-cdk-lib/assertions';
import { expect, test } from 'vitest';
import { FORWARDING_RULE_NAME } from './forwarding.ts';
import { spokeTemplate } from './testing/spoke-template.ts';

const template = spokeTemplate();

const ruleArn = {
  'Fn::Join': [
    '',
    [
      'arn:',
      { Ref: 'AWS::Partition' },
      ':events:',
      { Ref: 'AWS::Region' },
      ':',
      { Ref: 'AWS::AccountId' },
      `:rule/${FORWARDING_RULE_NAME}`,
    ],
  ],
};

test('the rule is on the default event bus and sees calls that only read', () => {
  template.hasResourceProperties('AWS::Events::Rule', {
    EventBusName: Match.absent(),
    EventPattern: forwardingPattern,
    State: 'ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS',
  });
});

test('the pattern stays within what EventBridge takes', () => {
  expect(JSON.stringify(forwardingPattern).length).toBeLessThan(2048);
});

test('the event goes to the central event bus unchanged, by the role, retried, then parked', () => {
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

test('only this rule of this account may use the role, and only to reach the central event bus', () => {
  template.hasResourceProperties('AWS::IAM::Role', {
    AssumeRolePolicyDocument: {
      Statement: [
        {
          Sid: 'ForwardingRule',
          Effect: 'Allow',
          Action: 'sts:AssumeRole',
          Principal: { Service: 'events.amazonaws.com' },
          Condition: {
            StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } },
            ArnEquals: { 'aws:SourceArn': ruleArn },
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

test('the dead-letter queue is encrypted, keeps events as long as SQS can, takes them from the rule only', () => {
  template.hasResourceProperties('AWS::SQS::Queue', {
    SqsManagedSseEnabled: true,
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
          Condition: { ArnEquals: { 'aws:SourceArn': ruleArn } },
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

test('the rule waits for the policy that lets it park events', () => {
  const [policy] = Object.keys(template.findResources('AWS::SQS::QueuePolicy'));
  template.hasResource('AWS::Events::Rule', { DependsOn: [policy] });
});
