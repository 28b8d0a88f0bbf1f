import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CreateStackCommand, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { assert } from '../checks/assert.ts';
import type { ScenarioContext } from '../context/scenario-context.ts';
import {
  homeRegion,
  hubAccount,
  managementAccount,
  deployedRegions,
} from '../context/test-config.ts';
import { checkSpoke } from './check-spoke.ts';
import { createStackSet, readStackSet } from './stack-set.ts';

export const centralBusArn = `arn:aws:events:${homeRegion}:${hubAccount}:event-bus/root-activity`;

/** The folder with the synthesized rollout. */
export const rolloutAssembly = ({ workspace }: ScenarioContext): string =>
  join(workspace.root, 'apps', 'spoke-template', 'rollout', 'cdk.out');

/** @returns the output of the command */
export async function deployRollout({ command }: ScenarioContext): Promise<string> {
  const target = 'spoke-template:deploy';
  const words = ['nx', 'run', target, '--method=direct', '--require-approval=never'];
  return await command(words, managementAccount, homeRegion);
}

/** Rolls the spokes out: the StackSet, the management account's own stacks, and the hub's. */
export async function rollOut(context: ScenarioContext): Promise<void> {
  const { checklist, accounts, organization, workspace } = context;
  await checklist.step('nx run spoke-template:deploy, as the management account', async () => {
    await deployRollout(context);
    return undefined;
  });
  await checklist.step('its StackSet reaches two member accounts in two Regions', async () => {
    const clients = await accounts.clients(managementAccount, homeRegion);
    const instances = await createStackSet(clients, readStackSet(rolloutAssembly(context)));
    const where = instances.map(({ Account, Region }) => `${Account ?? ''}/${Region ?? ''}`).sort();
    const expected = organization.members.flatMap((account) =>
      deployedRegions.map((region) => `${account}/${region}`),
    );
    assert(
      where.join() === expected.sort().join(),
      `stack instances in ${where.join(', ')}, not ${expected.join(', ')}`,
    );
    return `${where.length} stacks`;
  });
  await checklist.step(
    "the hub account's own spoke, which the StackSet reaches on AWS",
    async () => {
      const folder = join(workspace.root, 'apps', 'spoke-template', 'cdk.out');
      const body = readFileSync(join(folder, 'RootActivityMonitorSpoke.template.json'), 'utf8');
      for (const region of deployedRegions) await createSpoke(context, region, body);
      return undefined;
    },
  );
  const everywhere = [...organization.members, managementAccount, hubAccount].flatMap((account) =>
    deployedRegions.map((region) => ({ account, region })),
  );
  await checklist.step(
    'forwarding rule, role and dead-letter queue exist in each account and Region',
    async () => {
      for (const { account, region } of everywhere) {
        await checkSpoke(
          await accounts.clients(account, region),
          `${account}, ${region}`,
          centralBusArn,
        );
      }
      return `${everywhere.length} spokes`;
    },
  );
}

async function createSpoke(
  { accounts }: ScenarioContext,
  region: string,
  TemplateBody: string,
): Promise<void> {
  const { cloudFormation } = await accounts.clients(hubAccount, region);
  const StackName = 'RootActivityMonitorSpoke';
  await cloudFormation.send(
    new CreateStackCommand({
      StackName,
      TemplateBody,
      Parameters: [{ ParameterKey: 'CentralEventBusArn', ParameterValue: centralBusArn }],
      Capabilities: ['CAPABILITY_IAM'],
    }),
  );
  const { Stacks } = await cloudFormation.send(new DescribeStacksCommand({ StackName }));
  const status = Stacks?.[0]?.StackStatus;
  assert(status === 'CREATE_COMPLETE', `the spoke in ${region} is ${status ?? 'missing'}`);
}
