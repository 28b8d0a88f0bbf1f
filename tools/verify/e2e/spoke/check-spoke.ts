import { DescribeRuleCommand, ListTargetsByRuleCommand } from '@aws-sdk/client-eventbridge';
import { GetQueueAttributesCommand, GetQueueUrlCommand } from '@aws-sdk/client-sqs';
import type { Clients } from '@root-activity-monitor/command-line/aws';
import { assert } from '../checks/assert.ts';

const ruleName = 'root-activity-forwarding';

/**
 * Asserts that a spoke is in place: a rule that also matches read-only calls, whose target is the
 * central event bus, with a dead-letter queue that exists.
 *
 * @throws ExpectationError or the SDK's error where it is not
 */
export async function checkSpoke(
  { events, sqs }: Clients,
  where: string,
  busArn: string,
): Promise<void> {
  const rule = await events.send(new DescribeRuleCommand({ Name: ruleName }));
  const expected = 'ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS';
  assert(
    String(rule.State) === expected,
    `${where}: the rule is ${rule.State ?? 'missing'}, not ${expected}`,
  );
  const { Targets = [] } = await events.send(new ListTargetsByRuleCommand({ Rule: ruleName }));
  const [target] = Targets;
  assert(
    target?.Arn === busArn,
    `${where}: the rule's target is ${target?.Arn ?? 'missing'}, not ${busArn}`,
  );
  assert(target.RoleArn !== undefined, `${where}: the rule's target has no role`);
  const deadLetters = target.DeadLetterConfig?.Arn?.split(':').at(-1);
  assert(deadLetters !== undefined, `${where}: the rule's target has no dead-letter queue`);
  const { QueueUrl } = await sqs.send(new GetQueueUrlCommand({ QueueName: deadLetters }));
  await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['QueueArn'] }));
}
