import { join } from 'node:path';
import type { ScenarioContext } from './context/scenario-context.ts';
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
import { hubAccount, managementAccount } from './context/test-config.ts';
import { copyWorkspace, type TestWorkspace } from './workspace/copy-workspace.ts';
import { spawnCommand } from './workspace/spawn-command.ts';
import { assert, required } from './checks/assert.ts';
import { unprovenByEmulators } from './unproven.ts';

/**
 * Everything that a deployment goes through, on an empty emulator.
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
  const accounts = new Accounts(endpointUrl, own, hubAccount);
  const made: { organization?: TestOrganization; workspace?: TestWorkspace; gate?: Gate } = {};
  try {
    await checklist.step('an organization with two member accounts', async () => {
      made.organization = await createOrganization(accounts, managementAccount);
      return `${made.organization.id}, members ${made.organization.members.join(' and ')}`;
    });
    await checklist.step('a copy of the workspace to deploy from', async () => {
      made.workspace = copyWorkspace(workspaceRoot);
      return made.workspace.root;
    });
    const workspace = required(made.workspace, 'the workspace');
    const deployers = new Deployers(workspace.root);
    const gate = (made.gate = await startGate(endpointUrl, deployers));
    const environment = async (account: string, region: string) => {
      const own = await accounts.access(account, region);
      const credentials = deployers.credentials.get(account) ?? own.credentials;
      return environmentOf({ region, endpointUrl: gate.url, credentials });
    };
    const context: ScenarioContext = {
      deployers,
      gate,
      checklist,
      accounts,
      organization: required(made.organization, 'the organization'),
      workspace,
      command: async (words, account, region, end) =>
        await spawnCommand({
          words,
          cwd: workspace.root,
          env: await environment(account, region),
          signal: end === undefined ? signal : AbortSignal.any([signal, end]),
        }),
    };
    await deployHub(context);
    await rollOut(context);
    await drive(context, join(workspace.root, 'libs', 'notifier', 'dist'));
    await denyRegion(context);
    await addRegion(context);
    await checklist.step('no call of the deployers was refused', () => nothingRefused(gate));
    for (const what of unprovenByEmulators) checklist.unproven(what);
  } finally {
    accounts.close();
    made.workspace?.remove();
    await made.gate?.close();
  }
}

async function nothingRefused({ calls, refused }: Gate): Promise<string> {
  assert(refused.length === 0, `refused:\n  ${refused.slice(0, 20).join('\n  ')}`);
  const count = [...calls.values()].reduce((sum, one) => sum + one, 0);
  assert(count > 0, 'the deployers made no call');
  return `${count} calls, ${[...calls.keys()].sort().join(', ')}`;
}
