import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readStacks, type Stack } from '@root-activity-monitor/deployment-permissions';
import type { Credentials } from '@root-activity-monitor/command-line/aws';
import { readPolicies } from '../permissions/may.ts';
import type { Accounts } from '../emulator/accounts.ts';
import type { RunInAccount } from '../workspace/spawn-command.ts';
import { homeRegion, hubAccount, managementAccount } from './test-config.ts';
import { makeDeployer } from '../gate/deployer.ts';
import type { Restricted } from '../gate/judge.ts';

/** The roles that deploy, each restricted to the policy that the permissions commands print. */
export class Deployers {
  readonly restricted = new Map<string, Restricted>();
  readonly roles = new Map<string, Restricted>();
  /** By account. */
  readonly credentials = new Map<string, Credentials>();
  readonly #root: string;

  constructor(workspaceRoot: string) {
    this.#root = workspaceRoot;
  }

  readonly stackOf = (name: string, region: string): Stack | undefined =>
    ['hub-infra/cdk.out', 'spoke-template/rollout/cdk.out']
      .flatMap((folder) => readStacks(join(this.#root, 'apps', ...folder.split('/'))))
      .find((stack) => stack.name === name && stack.region === region);

  /** Creates a role in each account with the policy that is printed for the configuration. */
  async make(accounts: Accounts, command: RunInAccount): Promise<string> {
    const print = async (project: string, account: string, ...words: readonly string[]) => {
      const file = join(this.#root, 'policy.json');
      await command(
        ['nx', 'run', `${project}:permissions`, ...words, '--out', file],
        account,
        homeRegion,
      );
      return readFileSync(file, 'utf8');
    };
    const deployers = [
      { account: hubAccount, printed: await print('hub-infra', hubAccount) },
      { account: managementAccount, printed: await print('spoke-template', managementAccount) },
    ];
    const forCloudFormation = await print('hub-infra', hubAccount, '--for', 'cloudformation');
    this.roles.set(`cdk-hnb659fds-cfn-exec-role-${hubAccount}-${homeRegion}`, {
      account: hubAccount,
      policies: readPolicies(forCloudFormation),
    });
    for (const { account, printed } of deployers) {
      const access = await accounts.access(account, homeRegion);
      const credentials = await makeDeployer(access, account, printed);
      this.credentials.set(account, credentials);
      this.restricted.set(credentials.accessKeyId, { account, policies: readPolicies(printed) });
    }
    return deployers.map(({ account }) => account).join(' and ');
  }
}
