import { join } from 'node:path';
import type { Checklist } from './checks/checklist.ts';
import { Accounts, environmentOf } from './emulator/accounts.ts';
import { createOrganization, type TestOrganization } from './emulator/organization.ts';
import { Deployers } from './context/deployers.ts';
import { startGate, type Gate } from './gate/gate.ts';
import { deployHub } from './hub/deploy-hub.ts';
import { drive } from './flow/drive.ts';
import { denyRegion } from './spoke/denied-region.ts';
import { addRegion } from './spoke/one-more-region.ts';
import { rollOut } from './spoke/roll-out.ts';
import { HUB_ACCOUNT, MANAGEMENT_ACCOUNT } from './context/test-config.ts';
import { copyWorkspace, type TestWorkspace } from './workspace/copy-workspace.ts';
import { runCommand } from './workspace/spawn-command.ts';
import { demand, expectThat } from './checks/assert.ts';
import { unprovenByEmulators } from './unproven.ts';

/** What all steps work with. */
export interface Stage {
  readonly checklist: Checklist;
  readonly accounts: Accounts;
  readonly organization: TestOrganization;
  readonly workspace: TestWorkspace;
  /** Runs a command in the workspace with the credentials of an account: a deployer's, once there is one. */
  readonly command: (
    words: readonly string[],
    account: string,
    region: string,
    /** Ends the command, beside what ends the run. */
    end?: AbortSignal,
  ) => Promise<string>;
  readonly deployers: Deployers;
  /** What stands between the commands and the emulator. */
  readonly gate: Gate;
}

/**
 * Everything that a deployment goes through, on an emulator that is empty.
 *
 * @throws what the first step that fails throws
 */
export async function playScenario(
  endpointUrl: string,
  workspaceRoot: string,
  checklist: Checklist,
  signal: AbortSignal,
): Promise<void> {
  const own = {
    accessKeyId: process.env['AWS_ACCESS_KEY_ID'] || 'testing',
    secretAccessKey: process.env['AWS_SECRET_ACCESS_KEY'] || 'testing',
  };
  const accounts = new Accounts(endpointUrl, own, HUB_ACCOUNT);
  const made: { organization?: TestOrganization; workspace?: TestWorkspace; gate?: Gate } = {};
  try {
    await checklist.step('an organization with two member accounts', async () => {
      made.organization = await createOrganization(accounts, MANAGEMENT_ACCOUNT);
      return `${made.organization.id}, members ${made.organization.members.join(' and ')}`;
    });
    await checklist.step('a copy of the workspace to deploy from', async () => {
      made.workspace = copyWorkspace(workspaceRoot);
      return made.workspace.root;
    });
    const workspace = demand(made.workspace, 'the workspace');
    const deployers = new Deployers(workspace.root);
    const gate = (made.gate = await startGate(endpointUrl, deployers));
    const environment = async (account: string, region: string) => {
      const own = await accounts.place(account, region);
      const credentials = deployers.credentials.get(account) ?? own.credentials;
      return environmentOf({ region, endpointUrl: gate.url, credentials });
    };
    const stage: Stage = {
      deployers,
      gate,
      checklist,
      accounts,
      organization: demand(made.organization, 'the organization'),
      workspace,
      command: async (words, account, region, end) =>
        await runCommand({
          words,
          cwd: workspace.root,
          env: await environment(account, region),
          signal: end === undefined ? signal : AbortSignal.any([signal, end]),
        }),
    };
    await deployHub(stage);
    await rollOut(stage);
    await drive(stage, join(workspace.root, 'libs', 'notifier', 'dist'));
    await denyRegion(stage);
    await addRegion(stage);
    await checklist.step('nothing was refused that the deployers did', () => nothingRefused(gate));
    for (const what of unprovenByEmulators) checklist.unproven(what);
  } finally {
    accounts.close();
    made.workspace?.remove();
    await made.gate?.close();
  }
}

async function nothingRefused({ calls, refused }: Gate): Promise<string> {
  expectThat(refused.length === 0, `refused:\n  ${refused.slice(0, 20).join('\n  ')}`);
  const count = [...calls.values()].reduce((sum, one) => sum + one, 0);
  expectThat(count > 0, 'the deployers did nothing');
  return `${count} calls, ${[...calls.keys()].sort().join(', ')}`;
}
