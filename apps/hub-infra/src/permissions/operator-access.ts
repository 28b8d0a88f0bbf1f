import {
  arnsOf,
  type Naming,
  type Needed,
  type Stack,
} from '@root-activity-monitor/deployment-permissions';
import * as z from 'zod';

const Outputs = z.looseObject({
  Outputs: z.record(z.string(), z.looseObject({ Value: z.unknown() })),
});
const Ref = z.object({ Ref: z.string() });

/** What tools:simulate --wait calls its queue. */
const temporaryQueue = 'root-activity-simulation-*';

/** What the tools that work on a deployed hub need; they find its parts by the stack's outputs. */
export function operatorAccess(stack: Stack, naming: Naming) {
  const { partition, account, region } = naming;
  const { Outputs: outputs } = Outputs.parse(stack.template);
  const outputOf = (name: string): string =>
    arnsOf(stack.template, Ref.parse(outputs[name]?.Value).Ref, naming)[0] ?? '';
  const arn = (service: string, rest: string) =>
    `arn:${partition}:${service}:${region}:${account}:${rest}`;
  const allow = (resources: readonly string[], ...actions: readonly string[]): readonly Needed[] =>
    actions.map((action) => ({ action, resources }));
  const overSqs = (...actions: readonly string[]): readonly Needed[] =>
    actions.map((action) => ({
      action: `kms:${action}`,
      // Nobody knows the ID of the key before it is made.
      resources: [arn('kms', 'key/*')],
      condition: { StringEquals: { 'kms:ViaService': `sqs.${region}.amazonaws.com` } },
    }));

  const readsOutputs = allow(
    [arn('cloudformation', `stack/${stack.name}/*`)],
    'cloudformation:DescribeStacks',
  );
  const simulate = () =>
    allow(
      [z.string().parse(outputs['CentralEventBusArn']?.Value)],
      'events:DescribeEventBus',
      'events:PutEvents',
    );
  const queues = [
    'FailedNotificationsQueueUrl',
    'UndeliveredEventsQueueUrl',
    'UndeliveredMessagesQueueUrl',
    'NotificationQueueUrl',
  ];
  // Undelivered messages are only counted: there is nothing to send them to.
  const parked = queues.slice(0, 2).map(outputOf);
  const looks = [
    ...readsOutputs,
    ...allow(queues.map(outputOf), 'sqs:GetQueueAttributes'),
    ...allow(parked, 'sqs:ChangeMessageVisibility', 'sqs:ReceiveMessage'),
  ];
  return {
    simulate,
    simulateAndWait: (): readonly Needed[] => [
      ...simulate(),
      ...readsOutputs,
      ...allow(
        [arn('sqs', temporaryQueue)],
        'sqs:CreateQueue',
        'sqs:DeleteQueue',
        'sqs:GetQueueAttributes',
        'sqs:ReceiveMessage',
        'sqs:SetQueueAttributes',
      ),
      {
        action: 'sns:Subscribe',
        resources: [outputOf('AlertTopicArn')],
        condition: {
          StringEquals: { 'sns:Protocol': 'sqs' },
          StringLike: { 'sns:Endpoint': arn('sqs', temporaryQueue) },
        },
      },
      { action: 'sns:Unsubscribe', resources: ['*'] },
    ],
    redrive: (): readonly Needed[] => [...looks, ...overSqs('Decrypt')],
    redriveAndSend: (): readonly Needed[] => [
      ...looks,
      ...allow(parked, 'sqs:DeleteMessage'),
      ...allow([outputOf('NotificationQueueUrl')], 'sqs:SendMessage'),
      ...overSqs('Decrypt', 'GenerateDataKey'),
    ],
  };
}
