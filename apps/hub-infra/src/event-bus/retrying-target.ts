import type { CfnRule } from 'aws-cdk-lib/aws-events';
import type { EncryptedQueue } from '../queues/encrypted-queue.ts';

/**
 * A rule's target that is tried for a day, as often as EventBridge does at most, and then parked.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-retry-policy.html
 */
export function retryingTarget(
  id: string,
  arn: string,
  undelivered: EncryptedQueue,
): CfnRule.TargetProperty {
  return {
    id,
    arn,
    retryPolicy: { maximumEventAgeInSeconds: 86_400, maximumRetryAttempts: 185 },
    deadLetterConfig: { arn: undelivered.queueArn },
  };
}
