import { dirname, join } from 'node:path';
import { confirm, runProgram } from '@root-activity-monitor/command-line';
import { callerIdentity, clientsOf, organization } from '@root-activity-monitor/command-line/aws';
import {
  cdkArguments,
  decidesApproval,
  releaseFailedCreations,
  runCdkCommand,
  runNxTask,
  spawnCdk,
  type CdkInvocation,
} from '@root-activity-monitor/command-line/cdk';
import { hubStackName, type DeploymentConfig } from '@root-activity-monitor/deployment-config';
import { asDeployRole } from './deploy-role.ts';
import { destroyConsequences } from './destroy-consequences.ts';
import { pendingSubscriptions, subscriptionAdvice } from './pending-subscriptions.ts';

const appRoot = dirname(import.meta.dirname);
const workspaceRoot = join(appRoot, '..', '..');

const targets = ({ hubAccountId }: DeploymentConfig) => [
  { account: hubAccountId, role: 'the hub account ("hubAccountId")', stacks: [hubStackName] },
];

async function runCdk(invocation: CdkInvocation, say: (text: string) => void): Promise<number> {
  const { action, config, further } = invocation;
  if (action === 'deploy') {
    const client = await asDeployRole(config);
    const stack = { name: hubStackName, region: config.homeRegion, client };
    await releaseFailedCreations([stack], decidesApproval(further) ? agree : confirm, say);
  }
  const status = await spawnCdk(cdkArguments(invocation), appRoot);
  if (action !== 'deploy' || status !== 0) return status;
  const advice = await subscriptionAdvice(() => pendingSubscriptions(config, hubStackName));
  for (const line of advice) say(line);
  return status;
}

/** Whoever gives --require-approval has decided already. */
const agree = async () => true;

await runProgram({ name: 'hub-infra' }, ({ warn: say }) =>
  runCdkCommand(
    process.argv.slice(2),
    {
      workspaceRoot,
      assembly: join(appRoot, 'cdk.out'),
      targets,
      parameters: async () => [],
      consequences: destroyConsequences,
    },
    {
      callerIdentity: ({ homeRegion }) => callerIdentity(clientsOf({ region: homeRegion })),
      organization,
      synthesize: () => runNxTask('hub-infra:synth', workspaceRoot),
      runCdk: (invocation) => runCdk(invocation, say),
      say,
      environment: process.env,
    },
  ),
);
