import { dirname, join } from 'node:path';
import { runCdkCommand, spawnCdk } from '@root-activity-monitor/deployment-config/cdk-command';
import { callerIdentity, organization } from './aws-account.ts';
import { destroyConsequences } from './destroy-consequences.ts';

const appRoot = dirname(import.meta.dirname);

process.exitCode = await runCdkCommand(
  process.argv.slice(2),
  {
    workspaceRoot: join(appRoot, '..', '..'),
    assembly: join(appRoot, 'cdk.out'),
    targets: ({ hubAccountId }) => [
      {
        account: hubAccountId,
        role: 'the hub account ("hubAccountId")',
        stacks: ['RootActivityMonitorHub'],
      },
    ],
    parameters: async () => [],
    consequences: destroyConsequences,
  },
  {
    callerIdentity,
    organization,
    runCdk: (_, args) => spawnCdk(args, appRoot),
    say: (text) => {
      console.error(text);
    },
  },
);
