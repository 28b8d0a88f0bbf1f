import {
  CloudFormationClient,
  DescribeStacksCommand,
  UpdateTerminationProtectionCommand,
} from '@aws-sdk/client-cloudformation';
import { watchedRegions, type DeploymentConfig } from '@root-activity-monitor/deployment-config';
import type { StackPlace, StackState } from '@root-activity-monitor/command-line/cdk';
import { MANAGEMENT_STACK_NAME, managementStackId, ROLLOUT_STACK } from './rollout-plan.ts';

/** Where the stacks of these IDs are. */
export function placesOf(
  config: DeploymentConfig,
  stackIds: readonly string[],
): readonly StackPlace[] {
  const places = new Map([[ROLLOUT_STACK, { name: ROLLOUT_STACK, region: config.homeRegion }]]);
  for (const region of watchedRegions(config)) {
    places.set(managementStackId(region), { name: MANAGEMENT_STACK_NAME, region });
  }
  return stackIds.flatMap((id) => places.get(id) ?? []);
}

const clientIn = (region: string): CloudFormationClient =>
  new CloudFormationClient({ region, maxAttempts: 2 });

/** @throws Error where it may not be seen, and where there is no such stack */
export async function stateOf({ name, region }: StackPlace): Promise<StackState | undefined> {
  const { Stacks = [] } = await clientIn(region).send(
    new DescribeStacksCommand({ StackName: name }),
  );
  const [stack] = Stacks;
  return (
    stack && {
      status: stack.StackStatus ?? '',
      terminationProtection: stack.EnableTerminationProtection ?? false,
    }
  );
}

/** Takes the protection against deletion from a stack. */
export async function unprotect({ name, region }: StackPlace): Promise<void> {
  await clientIn(region).send(
    new UpdateTerminationProtectionCommand({ StackName: name, EnableTerminationProtection: false }),
  );
}
