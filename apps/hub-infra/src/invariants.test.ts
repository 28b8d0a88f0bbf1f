import { describe, expect, it } from 'vitest';
import { hubTemplate } from './testing/hub-template.ts';
import { refersTo, resourcesOf, statementsIn } from './testing/resources.ts';

const template = hubTemplate({
  chat: { slack: { workspaceId: 'T0EXAMPLE1', channelId: 'C0EXAMPLE1' } },
});
const named = (typePrefix: string) =>
  resourcesOf(template, typePrefix).map((resource) => [resource.id, resource] as const);

describe('every function', () => {
  it.each(named('AWS::Lambda::Function'))(
    '%s is arm64 and logs to a group with retention',
    (_, { properties }) => {
      expect(properties['Architectures']).toEqual(['arm64']);
      const [groupId] = refersTo(
        (properties['LoggingConfig'] as Record<string, unknown>)['LogGroup'],
      );
      const [group] = resourcesOf(template, 'AWS::Logs::LogGroup').filter(
        ({ id }) => id === groupId,
      );
      expect(group?.properties['RetentionInDays']).toBeGreaterThan(0);
    },
  );
});

describe('every rule', () => {
  it.each(named('AWS::Events::Rule'))(
    '%s retries, then parks what it cannot deliver',
    (_, { properties }) => {
      const targets = properties['Targets'] as Record<string, unknown>[];
      expect(targets).not.toEqual([]);
      for (const target of targets) {
        expect(target['RetryPolicy']).toBeDefined();
        expect(target['DeadLetterConfig']).toBeDefined();
      }
    },
  );
});

describe('every queue', () => {
  const policies = resourcesOf(template, 'AWS::SQS::QueuePolicy');

  it.each(named('AWS::SQS::Queue').filter(([, { type }]) => type === 'AWS::SQS::Queue'))(
    "%s is encrypted with the monitor's key and refuses plain HTTP",
    (id, { properties }) => {
      expect(refersTo(properties['KmsMasterKeyId'])).toHaveLength(1);
      const own = policies.filter(({ properties: { Queues } }) => refersTo(Queues).includes(id));
      expect(statementsIn(own)).toContainEqual(
        expect.objectContaining({
          Effect: 'Deny',
          Condition: { Bool: { 'aws:SecureTransport': 'false' } },
        }),
      );
    },
  );
});

describe('every topic', () => {
  const policies = resourcesOf(template, 'AWS::SNS::TopicPolicy');

  it.each(named('AWS::SNS::Topic').filter(([, { type }]) => type === 'AWS::SNS::Topic'))(
    "%s is encrypted with the monitor's key and refuses plain HTTP",
    (id, { properties }) => {
      expect(refersTo(properties['KmsMasterKeyId'])).toHaveLength(1);
      const own = policies.filter(({ properties: { Topics } }) => refersTo(Topics).includes(id));
      expect(statementsIn(own)).toContainEqual(
        expect.objectContaining({
          Effect: 'Deny',
          Action: 'sns:Publish',
          Condition: { Bool: { 'aws:SecureTransport': 'false' } },
        }),
      );
    },
  );
});

describe('least privilege', () => {
  it.each(named('AWS::IAM::'))('%s names its resources and actions', (_, { properties }) => {
    for (const { Action, Resource, Principal } of statementsIn(properties)) {
      expect(JSON.stringify(Action)).not.toContain('*');
      if (Principal === undefined) expect(JSON.stringify(Resource)).not.toContain('*');
    }
  });

  it.each(named('AWS::IAM::Role'))('%s has no managed policy', (_, { properties }) => {
    expect(properties).not.toHaveProperty('ManagedPolicyArns');
  });
});

it('no alarm publishes to the alert topic', () => {
  const [alertTopic] = resourcesOf(template, 'AWS::SNS::Topic').filter(({ id }) =>
    id.startsWith('Alerts'),
  );
  expect(alertTopic).toBeDefined();
  for (const { properties } of resourcesOf(template, 'AWS::CloudWatch::Alarm')) {
    expect(refersTo(properties['AlarmActions'])).not.toContain(alertTopic?.id);
  }
});

describe('every alarm', () => {
  const [opsTopic] = resourcesOf(template, 'AWS::SNS::Topic').filter(({ id }) =>
    id.startsWith('Operations'),
  );

  it.each(named('AWS::CloudWatch::Alarm'))(
    '%s says what to do, to the operators',
    (_, { properties }) => {
      expect(properties['AlarmDescription']).toMatch(/^.+\. What to do: .+\.$/);
      expect(String(properties['AlarmDescription']).length).toBeLessThanOrEqual(1024);
      expect(refersTo(properties['AlarmActions'])).toEqual([opsTopic?.id]);
      expect(properties['TreatMissingData']).toBeDefined();
    },
  );
});

describe('the commands in the texts of alarms', () => {
  const texts = new Map(
    resourcesOf(template, 'AWS::CloudWatch::Alarm').map(({ properties }) => [
      String(properties['AlarmName']),
      String(properties['AlarmDescription']),
    ]),
  );

  it('can be typed as they are', () => {
    const runs = [...texts.values()].flatMap(
      (text) => text.match(/(?:\w+ )?nx run [a-z:-]+/g) ?? [],
    );
    expect(runs.length).toBeGreaterThan(3);
    for (const run of runs) expect(run).toMatch(/^npx nx run (?:tools|hub-infra):/);
  });

  it.each(['failed-notifications', 'undelivered-events'])(
    'of %s really send what is parked',
    (name) => {
      expect(texts.get(`root-activity-hub-${name}`)).toContain('npx nx run tools:redrive --send ');
    },
  );
});

describe('every dead-letter queue has an alarm', () => {
  const watched = resourcesOf(template, 'AWS::CloudWatch::Alarm').flatMap(({ properties }) =>
    refersTo(properties['Dimensions']),
  );

  it.each(named('AWS::SQS::Queue').filter(([, { type }]) => type === 'AWS::SQS::Queue'))(
    '%s',
    (id) => {
      expect(watched).toContain(id);
    },
  );
});
