/** A rule of cdk-nag that a construct breaks on purpose, and why. */
export interface AcknowledgedRule {
  /** Path of the construct below the stack; what is below it is meant too. */
  readonly path: string;
  readonly rule: string;
  readonly reason: string;
}

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
