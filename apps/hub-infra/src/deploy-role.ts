import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import {
  partitionOfDeployment,
  type DeploymentConfig,
} from '@root-activity-monitor/deployment-config';

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
