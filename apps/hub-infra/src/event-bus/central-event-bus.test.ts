import { spokeAlarmPattern } from '@root-activity-monitor/deployment-config';
import { notificationPattern, SIMULATION_SOURCE } from '@root-activity-monitor/event-schema';
import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { hubTemplate } from '../testing/hub-template.ts';
import { refersTo, resourcesOf, statementsIn } from '../testing/resources.ts';

const template = hubTemplate();

it('the bus has the name that the spokes are told', () => {
  template.hasResourceProperties('AWS::Events::EventBus', { Name: 'root-activity' });
});

const busArn = {
  'Fn::Join': [
    '',
    ['arn:', { Ref: 'AWS::Partition' }, ':events:eu-west-1:123456789012:event-bus/root-activity'],
  ],
};

describe('the policy of the bus', () => {
  const [bus] = resourcesOf(template, 'AWS::Events::EventBus').filter(
    ({ type }) => type === 'AWS::Events::EventBus',
  );
  const statements = statementsIn(bus?.properties['Policy']);

  it('is part of the bus, and there is no other', () => {
    expect(statements).toHaveLength(2);
    template.resourceCountIs('AWS::Events::EventBusPolicy', 0);
  });

  it('lets in what rules of accounts of the organization send, whether or not AWS says that it is a rule', () => {
    expect(statements).toContainEqual({
      Sid: 'ForwardingRulesOfTheOrganization',
      Effect: 'Allow',
      Principal: '*',
      Action: 'events:PutEvents',
      Resource: busArn,
      Condition: {
        StringEquals: { 'aws:PrincipalOrgID': 'o-exampleorg1' },
        BoolIfExists: { 'events:eventBusInvocation': 'true' },
      },
    });
  });

  it('keeps partners out, for their source begins with "aws." too', () => {
    expect(statements).toContainEqual({
      Sid: 'NoEventsOfPartners',
      Effect: 'Deny',
      Principal: '*',
      Action: 'events:PutEvents',
      Resource: busArn,
      Condition: { StringLike: { 'events:source': 'aws.partner/*' } },
    });
  });

  it('is no longer than EventBridge takes', () => {
    expect(JSON.stringify(bus?.properties['Policy']).length).toBeLessThan(10_240);
  });
});

describe('the log of the bus', () => {
  it('has errors, without what was in the events', () => {
    template.hasResourceProperties('AWS::Events::EventBus', {
      LogConfig: { Level: 'ERROR', IncludeDetail: 'NONE' },
    });
  });

  it('goes to a log group with retention', () => {
    template.hasResource('AWS::Logs::LogGroup', {
      Properties: {
        LogGroupName: '/aws/vendedlogs/events/event-bus/root-activity',
        RetentionInDays: 365,
      },
      DeletionPolicy: 'Delete',
    });
    template.hasResourceProperties('AWS::Logs::DeliverySource', {
      Name: 'root-activity-errors',
      LogType: 'ERROR_LOGS',
      ResourceArn: { 'Fn::GetAtt': [Match.stringLikeRegexp('^CentralEventBus'), 'Arn'] },
    });
    const [source, destination] = ['Source', 'Destination'].map((part) =>
      Match.stringLikeRegexp(`^CentralEventBusLog${part}`),
    );
    template.hasResource('AWS::Logs::Delivery', {
      Properties: { DeliverySourceName: 'root-activity-errors' },
      DependsOn: [destination, source],
    });
  });

  it('is left out where CloudFormation does not know it', () => {
    const govCloud = hubTemplate({ homeRegion: 'us-gov-west-1' });
    govCloud.resourceCountIs('AWS::Logs::DeliverySource', 0);
    govCloud.hasResourceProperties('AWS::Events::EventBus', { LogConfig: Match.absent() });
  });
});

it('everything that reaches the bus is archived', () => {
  hubTemplate({ retention: { archiveDays: 30 } }).hasResource('AWS::Events::Archive', {
    Properties: { RetentionDays: 30, EventPattern: Match.absent() },
    DeletionPolicy: 'RetainExceptOnCreate',
  });
});

describe('the notification rule', () => {
  it('takes root activity that only AWS can send, read-only calls too', () => {
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
  it('takes the own source, and only from the hub account', () => {
    template.hasResourceProperties('AWS::Events::Rule', {
      Name: 'root-activity-simulation',
      EventPattern: { source: [SIMULATION_SOURCE], account: ['123456789012'] },
    });
  });
});

const notifying = resourcesOf(template, 'AWS::Events::Rule').filter(({ id }) =>
  id.startsWith('Rules'),
);

it('both rules send the whole event to the notification queue', () => {
  expect(notifying).toHaveLength(2);
  for (const { properties } of notifying) {
    const [target] = properties['Targets'] as Record<string, unknown>[];
    expect(target).not.toHaveProperty('InputTransformer');
    expect(refersTo(target?.['Arn'])[0]).toMatch(/^NotificationsQueue/);
    expect(refersTo(target?.['DeadLetterConfig'])[0]).toMatch(/^NotificationsUndelivered/);
  }
});

it('the rules wait for the policies that let them deliver and park', () => {
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

it("a spoke's alarm reaches the operators in words", () => {
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

it('no condition stands between EventBridge and the ops topic, and no role', () => {
  const [policy] = resourcesOf(template, 'AWS::SNS::TopicPolicy').filter(({ id }) =>
    id.startsWith('Operations'),
  );
  const ofEventBridge = statementsIn(policy?.properties).filter(
    ({ Principal }) => JSON.stringify(Principal) === '{"Service":"events.amazonaws.com"}',
  );
  expect(ofEventBridge).toEqual([
    {
      Sid: 'AlarmsOfSpokes',
      Effect: 'Allow',
      Principal: { Service: 'events.amazonaws.com' },
      Action: 'sns:Publish',
      Resource: { Ref: expect.stringMatching(/^OperationsTopic/) },
    },
  ]);
  const [rule] = resourcesOf(template, 'AWS::Events::Rule').filter(({ id }) =>
    id.startsWith('SpokeAlarms'),
  );
  expect(rule?.properties['Targets']).toEqual([
    expect.not.objectContaining({ RoleArn: expect.anything() }),
  ]);
});
