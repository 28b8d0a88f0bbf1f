import type { Stack } from '../cloudformation/stack.ts';
import { authorize } from '../iam/authorize.ts';
import type { Role } from '../iam/role.ts';
import { authorizeKeyUse } from '../kms/key.ts';
import type { Refusal } from './message.ts';
import type { Topic } from './topic.ts';

/**
 * Why a role's publish to a topic is refused: the topic does not exist, its policies or the role's
 * do not allow it, or its key does not.
 *
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html
 */
export function refusalOfPublisher(
  stack: Stack,
  topics: readonly Topic[],
  role: Role,
  topicArn: string,
): Refusal | undefined {
  const topic = topics.find(({ arn }) => arn === topicArn);
  if (topic === undefined)
    return { code: 'NotFound', message: `Topic does not exist: ${topicArn}` };
  const { principal, identityPolicies } = role;
  const verdict = authorize({
    request: {
      principal,
      action: 'sns:Publish',
      resource: topicArn,
      context: {
        'aws:securetransport': 'true',
        'aws:principalarn': principal.arn,
        'aws:principalaccount': principal.account,
        'aws:sourceowner': undefined,
        'aws:sourcearn': undefined,
        'aws:sourceaccount': undefined,
      },
    },
    identityPolicies,
    resourcePolicies: topic.policies,
    resourceAccount: stack.place.account,
  });
  if (!verdict.allowed) return { code: 'AuthorizationError', message: verdict.reason };
  if (topic.keyId === undefined) return undefined;
  const key = authorizeKeyUse(stack, {
    keyId: topic.keyId,
    principal,
    identityPolicies,
    actions: ['kms:GenerateDataKey', 'kms:Decrypt'],
    via: 'sns',
  });
  return key.allowed ? undefined : { code: 'KMSAccessDenied', message: key.reason };
}
