import { partitionOf } from '@root-activity-monitor/local-aws/cloudformation';
import type { Rollout } from './rollout.ts';

/**
 * Why the rollout brings no spoke to an account and Region; undefined when it does. Any account
 * but the management account counts as a member of the organizational units that are watched: which
 * accounts these hold only AWS knows.
 */
export function whyNotWatched(
  { managementAccountId, members, own }: Rollout,
  account: string,
  region: string,
  homeRegion: string,
): string | undefined {
  const watched = `"regions" and "optInRegions" in deployment.jsonc say which are`;
  const [partition, home] = [partitionOf(region), partitionOf(homeRegion)];
  if (partition !== home) {
    return `Region ${region} is not watched: it is of partition ${partition}, the deployment of ${home}, and no organization spans both`;
  }
  if (own.some((spoke) => spoke.account === account && spoke.region === region)) return undefined;
  if (account !== managementAccountId) {
    return members.some(({ regions }) => regions.has(region))
      ? undefined
      : `Region ${region} is not watched: no forwarding rule is rolled out there; ${watched}`;
  }
  return `Region ${region} is not watched in the management account (${account}): no StackSet reaches it, and it has no stack of its own there; ${watched}`;
}
