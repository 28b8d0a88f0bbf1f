import { DescribeOrganizationCommand, OrganizationsClient } from '@aws-sdk/client-organizations';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import {
  globalRegionOf,
  partitionOfDeployment,
  type DeploymentConfig,
} from '@root-activity-monitor/deployment-config';
import type { CallerIdentity, OrganizationFacts } from '@root-activity-monitor/command-line/cdk';

/** Whose credentials are in use. */
export async function callerIdentity({ homeRegion }: DeploymentConfig): Promise<CallerIdentity> {
  const sts = new STSClient({ region: homeRegion, maxAttempts: 2 });
  const { Account = '', Arn = '' } = await sts.send(new GetCallerIdentityCommand({}));
  return { account: Account, arn: Arn };
}

/** Which organization the credentials' account is in. */
export async function organization(config: DeploymentConfig): Promise<OrganizationFacts> {
  const region = globalRegionOf(partitionOfDeployment(config));
  const organizations = new OrganizationsClient({ region, maxAttempts: 2 });
  const { Organization } = await organizations.send(new DescribeOrganizationCommand({}));
  return {
    id: Organization?.Id ?? '',
    managementAccountId: Organization?.MasterAccountId ?? '',
  };
}
