import {
  releaseFailedCreations,
  runCdkCommand,
  runNxTask,
  spawnCdk,
} from '@root-activity-monitor/command-line/cdk';
import { folders } from '../folders.ts';
import { callerIdentity, organization, organizationRootId, parentOf } from './aws-account.ts';
import { confirm } from './confirm.ts';
import { ROLLOUT_STACK, rolloutTargets } from './rollout-plan.ts';
import { ROOT_ID_PARAMETER } from './rollout-stack.ts';
import { runRollout } from './run-rollout.ts';
import { stackInstances } from './stack-instances.ts';
import { placesOf, stateOf, unprotect } from './stack-states.ts';
import { reportUnreached } from './unreached.ts';

const say = (text: string): void => {
  console.error(text);
};

process.exitCode = await runCdkCommand(
  process.argv.slice(2),
  {
    workspaceRoot: folders.workspaceRoot,
    assembly: folders.rolloutAssembly,
    targets: rolloutTargets,
    parameters: async (config, { stacks }) =>
      config.organizationalUnits.length === 0 && stacks.includes(ROLLOUT_STACK)
        ? [`${ROLLOUT_STACK}:${ROOT_ID_PARAMETER}=${await organizationRootId(config)}`]
        : [],
    consequences: () => [
      'Destroying the rollout ends the watching of root in all accounts and Regions that it reached.',
      'Lost: forwarding rules, and events parked in the dead-letter queues of the spokes.',
      'Kept: the hub with its archive, state and logs.',
    ],
  },
  {
    callerIdentity,
    organization,
    parentOf,
    synthesize: () => runNxTask('spoke-template:synth-rollout', folders.workspaceRoot),
    runCdk: async (invocation, args) => {
      const { action, config, stacks } = invocation;
      if (action === 'deploy') {
        await releaseFailedCreations(placesOf(config, stacks), { stateOf, unprotect, say });
      }
      const status = await runRollout(invocation, args, {
        runCdk: (words) => spawnCdk(words, folders.appRoot),
        confirm,
        say,
      });
      const rolledOut = action === 'deploy' && status === 0 && stacks.includes(ROLLOUT_STACK);
      return rolledOut ? await reportUnreached(() => stackInstances(config), say) : status;
    },
    say,
    environment: process.env,
  },
);
