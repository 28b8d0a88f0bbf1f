import { confirm, runProgram } from '@root-activity-monitor/command-line';
import {
  callerIdentity,
  clientsOf,
  organization,
  organizationRootId,
  parentOf,
} from '@root-activity-monitor/command-line/aws';
import {
  decidesApproval,
  releaseFailedCreations,
  runCdkCommand,
  runNxTask,
  spawnCdk,
  type CdkInvocation,
} from '@root-activity-monitor/command-line/cdk';
import type { DeploymentConfig } from '@root-activity-monitor/deployment-config';
import { folders } from '../folders.ts';
import { rolloutStack, rolloutTargets } from './rollout-plan.ts';
import { rootIdParameter } from './rollout-stack.ts';
import { runRollout } from './run-rollout.ts';
import { stackInstances } from './stack-instances.ts';
import { reachableStacks } from './stack-regions.ts';
import { reportUnreached } from './unreached.ts';

const rollout = {
  workspaceRoot: folders.workspaceRoot,
  assembly: folders.rolloutAssembly,
  targets: rolloutTargets,
  parameters: async (
    config: DeploymentConfig,
    { stacks }: { readonly stacks: readonly string[] },
  ) =>
    config.organizationalUnits.length === 0 && stacks.includes(rolloutStack)
      ? [`${rolloutStack}:${rootIdParameter}=${await organizationRootId(config)}`]
      : [],
  consequences: () => [
    'Destroying the rollout ends the watching of root in all accounts and Regions that it reached.',
    'Lost: forwarding rules, and events parked in the dead-letter queues of the spokes.',
    'Kept: the hub with its archive, state and logs.',
  ],
};

async function runCdk(invocation: CdkInvocation, say: (text: string) => void): Promise<number> {
  const { action, config, stacks, further } = invocation;
  if (action === 'deploy') {
    const reachable = reachableStacks(config, stacks);
    await releaseFailedCreations(reachable, decidesApproval(further) ? agree : confirm, say);
  }
  const services = {
    runCdk: (words: readonly string[]) => spawnCdk(words, folders.appRoot),
    confirm,
    say,
  };
  const status = await runRollout(invocation, services);
  const rolledOut = action === 'deploy' && status === 0 && stacks.includes(rolloutStack);
  return rolledOut ? await reportUnreached(() => stackInstances(config), say) : status;
}

/** Whoever gives --require-approval has decided already. */
const agree = async () => true;

await runProgram({ name: 'spoke-template' }, ({ warn: say }) =>
  runCdkCommand(process.argv.slice(2), rollout, {
    callerIdentity: ({ homeRegion }) => callerIdentity(clientsOf({ region: homeRegion })),
    organization,
    parentOf,
    synthesize: () => runNxTask('spoke-template:synth-rollout', folders.workspaceRoot),
    runCdk: (invocation) => runCdk(invocation, say),
    say,
    environment: process.env,
  }),
);
