import type { AcknowledgedRule } from '@root-activity-monitor/synth-checks/testing/nag';

/** For every stack that holds a spoke. */
export const acknowledgedRules: readonly AcknowledgedRule[] = [
  {
    path: 'Spoke/UndeliveredEvents',
    rule: 'AwsSolutions-SQS3',
    reason: 'It is the dead-letter queue of rules, which the rule does not look at.',
  },
  {
    path: 'Spoke/UndeliveredEvents',
    rule: 'AwsSolutions-SQS2',
    reason:
      'A page of AWS says that EventBridge cannot park in an encrypted queue without a customer managed key; ADR 7.',
  },
  {
    path: 'Spoke/UndeliveredEvents',
    rule: 'Serverless-SQSRedrivePolicy',
    reason: 'It is a dead-letter queue itself.',
  },
];
