import { dirname, join } from 'node:path';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import {
  runCdkCommand,
  spawnCdk,
  type CallerIdentity,
} from '@root-activity-monitor/deployment-config/cdk-command';

const appRoot = dirname(import.meta.dirname);

async function callerIdentity(region: string): Promise<CallerIdentity> {
  const sts = new STSClient({ region, maxAttempts: 2 });
  const { Account = '', Arn = '' } = await sts.send(new GetCallerIdentityCommand({}));
  return { account: Account, arn: Arn };
}

process.exitCode = await runCdkCommand(
  process.argv.slice(2),
  {
    workspaceRoot: join(appRoot, '..', '..'),
    stacks: ['RootActivityMonitorHub'],
    assembly: join(appRoot, 'cdk.out'),
    account: ({ hubAccountId }) => ({ id: hubAccountId, role: 'the hub account ("hubAccountId")' }),
  },
  {
    callerIdentity: ({ homeRegion }) => callerIdentity(homeRegion),
    runCdk: (args) => spawnCdk(args, appRoot),
    say: (text) => {
      console.error(text);
    },
  },
);
