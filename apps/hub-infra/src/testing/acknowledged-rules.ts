import type { AcknowledgedRule } from '@root-activity-monitor/synth-checks/testing/nag';

const tracing =
  'X-Ray would need permissions on every resource; the log has one line an event, with its delay.';

export const acknowledgedRules: readonly AcknowledgedRule[] = [
  ...['Notifications/Undelivered', 'UndeliveredMessages'].flatMap((path) => [
    {
      path,
      rule: 'AwsSolutions-SQS3',
      reason:
        'It is a dead-letter queue, of rules and of subscriptions, which the rule does not look at.',
    },
    {
      path,
      rule: 'Serverless-SQSRedrivePolicy',
      reason: 'It is a dead-letter queue itself.',
    },
  ]),
  {
    path: 'Notifications/Failed',
    rule: 'Serverless-SQSRedrivePolicy',
    reason: 'It is a dead-letter queue itself.',
  },
  {
    path: 'Notifier/Bundled/Function',
    rule: 'Serverless-LambdaDLQ',
    reason: 'It is invoked synchronously, from a queue that has a dead-letter queue.',
  },
  {
    path: 'Notifier/Source',
    rule: 'Serverless-LambdaEventSourceMappingDestination',
    reason: 'A queue as event source takes none: the dead-letter queue is on the queue.',
  },
  ...['Serverless-LambdaDLQ', 'Serverless-LambdaAsyncFailureDestination'].map((rule) => ({
    path: 'Digests/Bundled/Function',
    rule,
    reason:
      'What starts it is only the time: the next run, five minutes later, does all that a failed one left, and an alarm watches its errors.',
  })),
  ...['Notifier', 'Digests'].map((part) => ({
    path: `${part}/Bundled/Function`,
    rule: 'Serverless-LambdaTracing',
    reason: tracing,
  })),
];
