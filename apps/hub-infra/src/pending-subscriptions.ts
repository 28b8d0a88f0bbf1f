import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { paginateListSubscriptionsByTopic, SNSClient } from '@aws-sdk/client-sns';
import type { DeploymentConfig } from '@root-activity-monitor/deployment-config';

/** The outputs that name the topics people subscribe to. */
const topicOutputs = ['AlertTopicArn', 'OpsTopicArn'];

/** What SNS says in the place of an ARN while nobody has followed the link. */
const pendingConfirmation = 'PendingConfirmation';

/**
 * The endpoints of a deployed hub that are not confirmed yet, and so receive nothing.
 *
 * @see https://docs.aws.amazon.com/sns/latest/api/API_ListSubscriptionsByTopic.html
 */
export async function pendingSubscriptions(
  { homeRegion: region }: DeploymentConfig,
  stackName: string,
): Promise<readonly string[]> {
  const cloudFormation = new CloudFormationClient({ region, maxAttempts: 2 });
  const { Stacks = [] } = await cloudFormation.send(
    new DescribeStacksCommand({ StackName: stackName }),
  );
  const outputs = Stacks[0]?.Outputs ?? [];
  const pending: string[] = [];
  for (const name of topicOutputs) {
    const TopicArn = outputs.find(({ OutputKey }) => OutputKey === name)?.OutputValue;
    if (TopicArn === undefined) continue;
    const client = new SNSClient({ region, maxAttempts: 2 });
    for await (const { Subscriptions = [] } of paginateListSubscriptionsByTopic(
      { client },
      { TopicArn },
    )) {
      for (const { SubscriptionArn, Protocol = '', Endpoint = '' } of Subscriptions) {
        if (SubscriptionArn === pendingConfirmation) pending.push(`${Protocol} ${Endpoint}`);
      }
    }
  }
  return pending;
}

/** What to tell after a deployment; nothing where everybody has confirmed. */
export async function subscriptionAdvice(
  pending: () => Promise<readonly string[]>,
): Promise<readonly string[]> {
  const endpoints = await pending().catch(() => undefined);
  if (endpoints === undefined) {
    return [
      'Whether all subscriptions are confirmed could not be seen; docs/deployment.md says how to look.',
    ];
  }
  if (endpoints.length === 0) return [];
  return [
    'Not confirmed yet, so that they receive nothing until somebody follows the link that SNS sent:',
    ...endpoints.map((endpoint) => `  ${endpoint}`),
  ];
}
