import { Match } from 'aws-cdk-lib/assertions';
import { expect, it } from 'vitest';
import { hubTemplate } from '../testing/hub-template.ts';
import { resourcesOf } from '../testing/resources.ts';

const template = hubTemplate();
const filling = [
  'root-activity/root-activity-notification',
  'root-activity/root-activity-simulation',
];
const parking = [...filling, 'root-activity/root-activity-spoke-alarm', 'root-activity-digest'];

it('a batch has six times the timeout before it shows again, and ten tries before it is parked', () => {
  const [notifier] = resourcesOf(template, 'AWS::Lambda::Function');
  template.hasResourceProperties('AWS::SQS::Queue', {
    VisibilityTimeout: 6 * Number(notifier?.properties['Timeout']),
    RedrivePolicy: { maxReceiveCount: 10, deadLetterTargetArn: Match.anyValue() },
  });
});

it('what is parked is kept as long as SQS can', () => {
  const [queue, ...parked] = resourcesOf(template, 'AWS::SQS::Queue')
    .filter(({ type }) => type === 'AWS::SQS::Queue')
    .map(({ properties }) => Number(properties['MessageRetentionPeriod']) / 86_400)
    .sort((a, b) => a - b);
  expect(queue).toBe(4);
  expect(parked).toEqual(parked.map(() => 14));
});

it.each([
  ['NotificationsQueue', filling],
  ['NotificationsUndelivered', parking],
])('%s takes events from its rules and from nobody else', (name, rules) => {
  const policy = resourcesOf(template, 'AWS::SQS::QueuePolicy').find(({ id }) =>
    id.startsWith(`${name}Policy`),
  );
  const statements = (policy?.properties['PolicyDocument'] as { Statement: unknown[] }).Statement;
  const allowed = statements.filter(
    (statement) => (statement as { Effect: string }).Effect === 'Allow',
  );
  expect(allowed).toEqual([
    expect.objectContaining({
      Principal: { Service: 'events.amazonaws.com' },
      Action: 'sqs:SendMessage',
      Condition: {
        ArnEquals: {
          'aws:SourceArn': rules.map((rule) => ({
            'Fn::Join': [
              '',
              ['arn:', { Ref: 'AWS::Partition' }, `:events:eu-west-1:123456789012:rule/${rule}`],
            ],
          })),
        },
      },
    }),
  ]);
});
