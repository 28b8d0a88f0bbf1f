import {
  CloudFormationClient,
  DescribeStacksCommand,
  UpdateTerminationProtectionCommand,
} from '@aws-sdk/client-cloudformation';
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import {
  partitionOfDeployment,
  type DeploymentConfig,
} from '@root-activity-monitor/deployment-config';
import type { StackPlace, StackState } from '@root-activity-monitor/command-line/cdk';

/**
 * CloudFormation as the role that the CDK CLI deploys with: whoever deploys needs no permission but
 * to assume it. Where that fails, with the caller's own credentials.
 *
 * @see https://docs.aws.amazon.com/cdk/v2/guide/bootstrapping-env.html
 */
export async function asDeployRole(config: DeploymentConfig): Promise<CloudFormationClient> {
  const { homeRegion: region, hubAccountId } = config;
  const partition = partitionOfDeployment(config);
  const sts = new STSClient({ region, maxAttempts: 2 });
  const { Credentials } = await sts
    .send(
      new AssumeRoleCommand({
        RoleArn: `arn:${partition}:iam::${hubAccountId}:role/cdk-hnb659fds-deploy-role-${hubAccountId}-${region}`,
        RoleSessionName: 'root-activity-monitor',
      }),
    )
    .catch(() => ({ Credentials: undefined }));
  const credentials = Credentials && {
    accessKeyId: Credentials.AccessKeyId ?? '',
    secretAccessKey: Credentials.SecretAccessKey ?? '',
    ...(Credentials.SessionToken !== undefined && { sessionToken: Credentials.SessionToken }),
  };
  return new CloudFormationClient({ region, maxAttempts: 2, ...(credentials && { credentials }) });
}

/** @throws Error where it may not be seen, and where there is no such stack */
export async function stateOf(
  client: CloudFormationClient,
  { name }: StackPlace,
): Promise<StackState | undefined> {
  const { Stacks = [] } = await client.send(new DescribeStacksCommand({ StackName: name }));
  const [stack] = Stacks;
  return (
    stack && {
      status: stack.StackStatus ?? '',
      terminationProtection: stack.EnableTerminationProtection ?? false,
    }
  );
}

/** Takes the protection against deletion from a stack. */
export async function unprotect(client: CloudFormationClient, { name }: StackPlace): Promise<void> {
  await client.send(
    new UpdateTerminationProtectionCommand({ StackName: name, EnableTerminationProtection: false }),
  );
}
