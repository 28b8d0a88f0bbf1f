import { CloudFormationClient, paginateListStackInstances } from '@aws-sdk/client-cloudformation';
import type { DeploymentConfig } from '@root-activity-monitor/deployment-config';
import { rolloutAccountOf } from './rollout-plan.ts';
import { stackSetName } from './spoke-stack-set.ts';

/** The spoke of one account and Region, as the StackSet sees it. */
export interface StackInstance {
  readonly account: string;
  readonly region: string;
  /** "SUCCEEDED", "FAILED", "CANCELLED", …; where there is none, "CURRENT", "OUTDATED", … */
  readonly status: string;
  readonly reason: string;
}

/**
 * All spokes of the StackSet.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_StackInstanceSummary.html
 */
export async function stackInstances(config: DeploymentConfig): Promise<readonly StackInstance[]> {
  const client = new CloudFormationClient({ region: config.homeRegion, maxAttempts: 5 });
  const delegated = rolloutAccountOf(config) !== config.managementAccountId;
  const found: StackInstance[] = [];
  for await (const { Summaries = [] } of paginateListStackInstances(
    { client, pageSize: 100 },
    { StackSetName: stackSetName, CallAs: delegated ? 'DELEGATED_ADMIN' : 'SELF' },
  )) {
    for (const { Account = '', Region = '', ...rest } of Summaries) {
      const status = rest.StackInstanceStatus?.DetailedStatus ?? rest.Status ?? '';
      found.push({ account: Account, region: Region, status, reason: rest.StatusReason ?? '' });
    }
  }
  return found;
}
