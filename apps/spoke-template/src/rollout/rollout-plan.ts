import { watchedRegions, type DeploymentConfig } from '@root-activity-monitor/deployment-config';
import type { Target } from '@root-activity-monitor/command-line/cdk';

export const rolloutStack = 'RootActivityMonitorRollout';

/** The name of the management account's own stack, the same in every Region. */
export const managementStackName = 'RootActivityMonitorManagement';

/** The account that holds the StackSet. */
export function rolloutAccountOf(config: DeploymentConfig): string {
  return config.rolloutAccountId ?? config.managementAccountId;
}

/** The ID of the management account's own stack in a Region. */
export function managementStackId(region: string): string {
  return `${managementStackName}-${region}`;
}

/** Which stacks go where: the StackSet, and the management account's own, which no StackSet reaches. */
export function rolloutTargets(config: DeploymentConfig): readonly Target[] {
  const own = watchedRegions(config).map(managementStackId);
  const management = {
    account: config.managementAccountId,
    role: 'the management account ("managementAccountId")',
  };
  const rolloutAccount = rolloutAccountOf(config);
  if (rolloutAccount === config.managementAccountId) {
    return [{ ...management, stacks: [rolloutStack, ...own] }];
  }
  return [
    {
      account: rolloutAccount,
      role: 'the delegated administrator ("rolloutAccountId")',
      stacks: [rolloutStack],
    },
    { ...management, stacks: own },
  ];
}
