import { DescribeRuleCommand, ListTargetsByRuleCommand } from '@aws-sdk/client-eventbridge';
import { GetQueueAttributesCommand, GetQueueUrlCommand } from '@aws-sdk/client-sqs';
import type { Clients } from '@root-activity-monitor/command-line/aws';
import { expectThat } from '../checks/assert.ts';

const RULE = 'root-activity-forwarding';

/**
 * Makes sure that a spoke is where it must be: a rule that also takes calls that only read, to the
 * central event bus, with a dead-letter queue that exists.
 *
 * @throws ExpectationError or the SDK's error where it is not
 */
export async function checkSpoke(
  { events, sqs }: Clients,
  where: string,
  busArn: string,
): Promise<void> {
  const rule = await events.send(new DescribeRuleCommand({ Name: RULE }));
  const wanted = 'ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS';
  expectThat(
    String(rule.State) === wanted,
    `${where}: the rule is ${String(rule.State)}, not ${wanted}`,
  );
  const { Targets = [] } = await events.send(new ListTargetsByRuleCommand({ Rule: RULE }));
  const [target] = Targets;
  expectThat(
    target?.Arn === busArn,
    `${where}: the rule's target is ${target?.Arn ?? 'missing'}, not ${busArn}`,
  );
  expectThat(target.RoleArn !== undefined, `${where}: the rule's target has no role`);
  const deadLetters = target.DeadLetterConfig?.Arn?.split(':').at(-1);
  expectThat(deadLetters !== undefined, `${where}: the rule's target has no dead-letter queue`);
  const { QueueUrl } = await sqs.send(new GetQueueUrlCommand({ QueueName: deadLetters }));
  await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['QueueArn'] }));
}
