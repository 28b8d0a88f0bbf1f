import { dirname, join } from 'node:path';
import {
  releaseFailedCreations,
  runCdkCommand,
  runNxTask,
  spawnCdk,
} from '@root-activity-monitor/command-line/cdk';
import { callerIdentity, organization } from './aws-account.ts';
import { destroyConsequences } from './destroy-consequences.ts';
import { asDeployRole, stateOf, unprotect } from './hub-stack-state.ts';
import { pendingSubscriptions, subscriptionAdvice } from './pending-subscriptions.ts';

const appRoot = dirname(import.meta.dirname);
const workspaceRoot = join(appRoot, '..', '..');
const STACK = 'RootActivityMonitorHub';

const say = (text: string): void => {
  console.error(text);
};

process.exitCode = await runCdkCommand(
  process.argv.slice(2),
  {
    workspaceRoot,
    assembly: join(appRoot, 'cdk.out'),
    targets: ({ hubAccountId }) => [
      {
        account: hubAccountId,
        role: 'the hub account ("hubAccountId")',
        stacks: [STACK],
      },
    ],
    parameters: async () => [],
    consequences: destroyConsequences,
  },
  {
    callerIdentity,
    organization,
    synthesize: () => runNxTask('hub-infra:synth', workspaceRoot),
    runCdk: async ({ action, config }, args) => {
      if (action === 'deploy') {
        const client = await asDeployRole(config);
        await releaseFailedCreations([{ name: STACK, region: config.homeRegion }], {
          stateOf: (stack) => stateOf(client, stack),
          unprotect: (stack) => unprotect(client, stack),
          say,
        });
      }
      const status = await spawnCdk(args, appRoot);
      if (action !== 'deploy' || status !== 0) return status;
      const advice = await subscriptionAdvice(() => pendingSubscriptions(config, STACK));
      for (const line of advice) say(line);
      return status;
    },
    say,
    environment: process.env,
  },
);
