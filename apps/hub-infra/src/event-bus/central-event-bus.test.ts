import { spokeAlarmPattern } from '@root-activity-monitor/deployment-config';
import { notificationPattern, SIMULATION_SOURCE } from '@root-activity-monitor/event-schema';
import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, test } from 'vitest';
import { hubTemplate } from '../testing/hub-template.ts';
import { refersTo, resourcesOf } from '../testing/resources.ts';

const template = hubTemplate();

test('the bus has the name that the spokes are told', () => {
  template.hasResourceProperties('AWS::Events::EventBus', { Name: 'root-activity' });
});

test('only rules of accounts of the organization may put events on it', () => {
  const allowing = resourcesOf(template, 'AWS::Events::EventBusPolicy').filter(
    ({ properties }) => (properties['Statement'] as { Effect: string }).Effect === 'Allow',
  );
  expect(allowing).toHaveLength(1);
  template.hasResourceProperties('AWS::Events::EventBusPolicy', {
    Statement: {
      Effect: 'Allow',
      Principal: '*',
      Action: 'events:PutEvents',
      Condition: {
        StringEquals: { 'aws:PrincipalOrgID': 'o-exampleorg1' },
        Bool: { 'events:eventBusInvocation': 'true' },
      },
    },
  });
});

test('no partner may, for its source begins with "aws." too', () => {
  template.hasResourceProperties('AWS::Events::EventBusPolicy', {
    Statement: {
      Effect: 'Deny',
      Principal: '*',
      Action: 'events:PutEvents',
      Condition: { StringLike: { 'events:source': 'aws.partner/*' } },
    },
  });
});

test('everything that reaches the bus is archived', () => {
  hubTemplate({ retention: { archiveDays: 30 } }).hasResource('AWS::Events::Archive', {
    Properties: { RetentionDays: 30, EventPattern: Match.absent() },
    DeletionPolicy: 'Retain',
  });
});

describe('the notification rule', () => {
  test('takes root activity that only AWS can send, read-only calls too', () => {
    template.hasResourceProperties('AWS::Events::Rule', {
      Name: 'root-activity-notification',
      EventBusName: 'root-activity',
      EventPattern: notificationPattern,
      State: 'ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS',
    });
    expect(notificationPattern['source']).toEqual([{ prefix: 'aws.' }]);
  });
});

describe('the simulation rule', () => {
  test('takes the own source, and only from the hub account', () => {
    template.hasResourceProperties('AWS::Events::Rule', {
      Name: 'root-activity-simulation',
      EventPattern: { source: [SIMULATION_SOURCE], account: ['123456789012'] },
    });
  });
});

const notifying = resourcesOf(template, 'AWS::Events::Rule').filter(({ id }) =>
  id.startsWith('Rules'),
);

test('both rules send the whole event to the notification queue', () => {
  expect(notifying).toHaveLength(2);
  for (const { properties } of notifying) {
    const [target] = properties['Targets'] as Record<string, unknown>[];
    expect(target).not.toHaveProperty('InputTransformer');
    expect(refersTo(target?.['Arn'])[0]).toMatch(/^NotificationsQueue/);
    expect(refersTo(target?.['DeadLetterConfig'])[0]).toMatch(/^NotificationsUndelivered/);
  }
});

test('the rules wait for the policies that let them deliver and park', () => {
  const policyOf = (queue: string): string =>
    resourcesOf(template, 'AWS::SQS::QueuePolicy').find(({ id }) => id.startsWith(queue))?.id ?? '';
  for (const { properties } of notifying) {
    template.hasResource('AWS::Events::Rule', {
      Properties: { Name: properties['Name'] },
      DependsOn: Match.arrayWith([
        policyOf('NotificationsQueuePolicy'),
        policyOf('NotificationsUndeliveredPolicy'),
      ]),
    });
  }
});

test("a spoke's alarm reaches the operators in words", () => {
  template.hasResourceProperties('AWS::Events::Rule', {
    Name: 'root-activity-spoke-alarm',
    EventBusName: 'root-activity',
    EventPattern: spokeAlarmPattern,
    Targets: [
      Match.objectLike({
        Arn: { Ref: Match.stringLikeRegexp('^OperationsTopic') },
        InputTransformer: {
          InputTemplate: Match.stringLikeRegexp('deployment.md, Troubleshooting'),
        },
      }),
    ],
  });
});
