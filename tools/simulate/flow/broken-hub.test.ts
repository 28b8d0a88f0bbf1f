import { describe, expect, it } from 'vitest';
import { edited, type Edit } from '../testing/edit-template.ts';
import { playOne, stoppedAt } from '../testing/events.ts';
import { read, signIn, templates } from '../testing/two-attempts.ts';

const cloudTrailPattern = { 'detail-type': ['AWS Console Sign In via CloudTrail'] };

const bus = { in: 'hub', type: 'AWS::Events::EventBus' } as const;
const rulesOfTheOrganization = 'Policy.Statement.0';
const notificationRule = { in: 'hub', type: 'AWS::Events::Rule', id: 'Notification' } as const;
const queue = { in: 'hub', type: 'AWS::SQS::Queue', id: 'NotificationsQueue' } as const;
const queuePolicy = {
  in: 'hub',
  type: 'AWS::SQS::QueuePolicy',
  id: 'NotificationsQueuePolicy',
} as const;
const key = { in: 'hub', type: 'AWS::KMS::Key' } as const;
const mapping = { in: 'hub', type: 'AWS::Lambda::EventSourceMapping' } as const;
const notifier = { in: 'hub', type: 'AWS::Lambda::Function', id: 'Notifier' } as const;
const notifierRole = { in: 'hub', type: 'AWS::IAM::Role', id: 'Notifier' } as const;

const hubCases: readonly (readonly [string, Edit, RegExp])[] = [
  [
    'the bus policy of another organization',
    {
      ...bus,
      path: `${rulesOfTheOrganization}.Condition.StringEquals`,
      to: { 'aws:PrincipalOrgID': 'o-otherorg12' },
    },
    /^central-bus-policy: .*PrincipalOrgID o-otherorg12.*has o-/,
  ],
  ['no bus policy', { ...bus, path: 'Policy' }, /^central-bus-policy: .*no resource policy/],
  [
    'a policy that denies',
    { ...bus, path: `${rulesOfTheOrganization}.Effect`, to: 'Deny' },
    /^central-bus-policy: .*denies it/,
  ],
  [
    'a notification pattern for other events',
    {
      ...notificationRule,
      path: 'EventPattern',
      to: { ...cloudTrailPattern, source: ['aws.iam'] },
    },
    /^notification-rule: .*source is "aws\.signin"/,
  ],
  [
    'a disabled notification rule',
    { ...notificationRule, path: 'State', to: 'DISABLED' },
    /^notification-rule: .*DISABLED/,
  ],
  [
    'a rule on another bus',
    { ...notificationRule, path: 'EventBusName', to: 'another' },
    /^notification-rule: /,
  ],
  [
    'a rule whose target is one more bus',
    {
      ...notificationRule,
      path: 'Targets.0.Arn',
      to: 'arn:aws:events:us-east-1:123456789012:event-bus/third',
    },
    /^notification-queue: THIRD_ACCOUNT_HOP/,
  ],
  [
    'a queue that does not exist',
    { ...notificationRule, path: 'Targets.0.Arn', to: 'arn:aws:sqs:eu-west-1:123456789012:none' },
    /^notification-queue: .*no queue .*:none; it is parked in dead-letter queue/,
  ],
  ['no queue policy', queuePolicy, /^notification-queue: NO_PERMISSIONS.*no resource policy/],
  [
    'a rule of another name, which the queue policy does not know',
    { ...notificationRule, path: 'Name', to: 'renamed' },
    /^notification-queue: NO_PERMISSIONS.*aws:SourceArn/,
  ],
  [
    'a key that names no service',
    { ...key, path: 'KeyPolicy.Statement', to: [] },
    /^notification-queue: NO_PERMISSIONS.*kms:GenerateDataKey/,
  ],
  [
    'a queue under the key of AWS',
    { ...queue, path: 'KmsMasterKeyId', to: 'alias/aws/sqs' },
    /^notification-queue: .*alias\/aws\/sqs names no AWS service/,
  ],
  ['no event source mapping', mapping, /^notifier: no event source mapping/],
  [
    'a disabled event source mapping',
    { ...mapping, path: 'Enabled', to: false },
    /^notifier: .*disabled/,
  ],
  [
    'a visibility timeout under the timeout',
    { ...queue, path: 'VisibilityTimeout', to: 5 },
    /^notifier: .*visibility timeout/,
  ],
  [
    'a handler of another name',
    { ...notifier, path: 'Handler', to: 'index.other' },
    /^notifier: Runtime\.HandlerNotFound.*index\.other.*after \d+ attempts it is parked/,
  ],
  [
    'a handler in another file',
    { ...notifier, path: 'Handler', to: 'main.handler' },
    /^notifier: Runtime\.ImportModuleError.*'main'/,
  ],
  [
    'no environment',
    { ...notifier, path: 'Environment' },
    /^notifier: EnvironmentError.*ALERT_TOPIC_ARN/,
  ],
  [
    'no concurrency',
    { ...notifier, path: 'ReservedConcurrentExecutions', to: 0 },
    /^notifier: .*concurrency is 0/,
  ],
  [
    'a role that Lambda may not assume',
    {
      ...notifierRole,
      path: 'AssumeRolePolicyDocument.Statement.0.Principal.Service',
      to: 'ec2.amazonaws.com',
    },
    /^notifier: lambda\.amazonaws\.com may not sts:AssumeRole/,
  ],
  [
    'a role without any permission',
    { ...notifierRole, path: 'Policies' },
    /^notifier: .*sqs:ReceiveMessage/,
  ],
  [
    'a topic that does not exist',
    {
      ...notifier,
      path: 'Environment.Variables.ALERT_TOPIC_ARN',
      to: 'arn:aws:sns:eu-west-1:123456789012:none',
    },
    /^alert-topic: NotFound.*after \d+ attempts it is parked/,
  ],
];

describe.concurrent('a hub template with', () => {
  it.each(hubCases)('%s stops the event', async (_, edit, reason) => {
    const result = await playOne(edited(templates, edit), signIn);
    expect(stoppedAt(result)).toMatch(reason);
    expect(result).toMatchObject({ asDesigned: false, mails: [] });
  });

  it('a notification rule that is only ENABLED loses what only reads', async () => {
    const enabled = edited(templates, { ...notificationRule, path: 'State', to: 'ENABLED' });
    expect(stoppedAt(await playOne(enabled, read))).toMatch(/^notification-rule: .*only read/);
  });

  it('a bus of another name than the spokes forward to', async () => {
    const renamed = edited(templates, { ...bus, path: 'Name', to: 'renamed' });
    expect(stoppedAt(await playOne(renamed, signIn))).toMatch(
      /^central-bus: there is no event bus .*:event-bus\/root-activity$/,
    );
  });

  it('no archive cannot replay', async () => {
    const noArchive = edited(templates, { in: 'hub', type: 'AWS::Events::Archive' });
    const replayed = { ...signIn, via: 'replay' } as const;
    expect(stoppedAt(await playOne(noArchive, replayed))).toMatch(/^central-bus: no archive/);
    expect((await playOne(templates, replayed)).outcome).toBe('alerted');
  });

  it('no permission to publish stops it at the topic', async () => {
    const [, role] =
      Object.entries(templates.hub.template.Resources).find(
        ([id]) => id.startsWith('Notifier') && id.includes('Role'),
      ) ?? [];
    const policies = structuredClone(role?.Properties['Policies']) as {
      PolicyDocument: { Statement: { Sid: string }[] };
    }[];
    for (const { PolicyDocument } of policies) {
      PolicyDocument.Statement = PolicyDocument.Statement.filter(
        ({ Sid }) => Sid !== 'PublishAlerts',
      );
    }
    const result = await playOne(
      edited(templates, { ...notifierRole, path: 'Policies', to: policies }),
      signIn,
    );
    expect(stoppedAt(result)).toMatch(/^alert-topic: AuthorizationError.*sns:Publish/);
  });

  it('a timeout of one second kills a notifier that waits longer', async () => {
    const short = edited(
      templates,
      { ...notifier, path: 'Timeout', to: 1 },
      { ...queue, path: 'RedrivePolicy.maxReceiveCount', to: 1 },
    );
    const result = await playOne(short, signIn, { snsDelay: 1500 });
    expect(stoppedAt(result)).toMatch(
      /^notifier: Sandbox\.Timedout: Task timed out after 1\.00 seconds/,
    );
  });
});
