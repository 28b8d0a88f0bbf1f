import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readStacks, type Stack } from '@root-activity-monitor/deployment-permissions';
import type { Credentials } from '@root-activity-monitor/command-line/aws';
import { readPolicies } from '../permissions/may.ts';
import type { Stage } from '../scenario.ts';
import { HOME_REGION, HUB_ACCOUNT, MANAGEMENT_ACCOUNT } from './test-config.ts';
import { makeDeployer } from '../gate/deployer.ts';
import type { Restricted } from '../gate/judge.ts';

/** Who deploys, and is restricted to what the commands print. */
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

  /** Makes a role in each account that may do what is printed for the configuration. */
  async make(stage: Stage): Promise<string> {
    const print = async (project: string, account: string, ...words: readonly string[]) => {
      const file = join(this.#root, 'policy.json');
      await stage.command(
        ['nx', 'run', `${project}:permissions`, ...words, '--out', file],
        account,
        HOME_REGION,
      );
      return readFileSync(file, 'utf8');
    };
    const given = [
      { account: HUB_ACCOUNT, printed: await print('hub-infra', HUB_ACCOUNT) },
      { account: MANAGEMENT_ACCOUNT, printed: await print('spoke-template', MANAGEMENT_ACCOUNT) },
    ];
    const forCloudFormation = await print('hub-infra', HUB_ACCOUNT, '--for', 'cloudformation');
    this.roles.set(`cdk-hnb659fds-cfn-exec-role-${HUB_ACCOUNT}-${HOME_REGION}`, {
      account: HUB_ACCOUNT,
      policies: readPolicies(forCloudFormation),
    });
    for (const { account, printed } of given) {
      const place = await stage.accounts.place(account, HOME_REGION);
      const credentials = await makeDeployer(place, account, printed);
      this.credentials.set(account, credentials);
      this.restricted.set(credentials.accessKeyId, { account, policies: readPolicies(printed) });
    }
    return given.map(({ account }) => account).join(' and ');
  }
}
