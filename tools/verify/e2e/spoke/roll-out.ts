import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CreateStackCommand, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { expectThat } from '../checks/assert.ts';
import type { Stage } from '../scenario.ts';
import { HOME_REGION, HUB_ACCOUNT, MANAGEMENT_ACCOUNT, REGIONS } from '../context/test-config.ts';
import { checkSpoke } from './check-spoke.ts';
import { createStackSet, readStackSet } from './stack-set.ts';

export const CENTRAL_BUS_ARN = `arn:aws:events:${HOME_REGION}:${HUB_ACCOUNT}:event-bus/root-activity`;

/** The folder with the synthesized rollout. */
export const rolloutAssembly = ({ workspace }: Stage): string =>
  join(workspace.root, 'apps', 'spoke-template', 'rollout', 'cdk.out');

/** @returns what the command wrote */
export async function deployRollout({ command }: Stage): Promise<string> {
  const target = 'spoke-template:deploy';
  const words = ['nx', 'run', target, '--method=direct', '--require-approval=never'];
  return await command(words, MANAGEMENT_ACCOUNT, HOME_REGION);
}

/** Rolls the spokes out: the StackSet, the management account's own stacks, and the hub's. */
export async function rollOut(stage: Stage): Promise<void> {
  const { checklist, accounts, organization, workspace } = stage;
  await checklist.step('nx run spoke-template:deploy, as the management account', async () => {
    await deployRollout(stage);
    return undefined;
  });
  await checklist.step('its StackSet reaches two member accounts in two Regions', async () => {
    const clients = await accounts.clients(MANAGEMENT_ACCOUNT, HOME_REGION);
    const instances = await createStackSet(clients, readStackSet(rolloutAssembly(stage)));
    const where = instances.map(({ Account, Region }) => `${Account ?? ''}/${Region ?? ''}`).sort();
    const wanted = organization.members.flatMap((account) =>
      REGIONS.map((region) => `${account}/${region}`),
    );
    expectThat(
      where.join() === wanted.sort().join(),
      `stack instances in ${where.join(', ')}, not ${wanted.join(', ')}`,
    );
    return `${where.length} stacks`;
  });
  await checklist.step(
    "the hub account's own spoke, which the StackSet reaches on AWS",
    async () => {
      const folder = join(workspace.root, 'apps', 'spoke-template', 'cdk.out');
      const body = readFileSync(join(folder, 'RootActivityMonitorSpoke.template.json'), 'utf8');
      for (const region of REGIONS) await createSpoke(stage, region, body);
      return undefined;
    },
  );
  const everywhere = [...organization.members, MANAGEMENT_ACCOUNT, HUB_ACCOUNT].flatMap((account) =>
    REGIONS.map((region) => ({ account, region })),
  );
  await checklist.step(
    'forwarding rule, role and dead-letter queue exist in each account and Region',
    async () => {
      for (const { account, region } of everywhere) {
        await checkSpoke(
          await accounts.clients(account, region),
          `${account}, ${region}`,
          CENTRAL_BUS_ARN,
        );
      }
      return `${everywhere.length} spokes`;
    },
  );
}

async function createSpoke(
  { accounts }: Stage,
  region: string,
  TemplateBody: string,
): Promise<void> {
  const { cloudFormation } = await accounts.clients(HUB_ACCOUNT, region);
  const StackName = 'RootActivityMonitorSpoke';
  await cloudFormation.send(
    new CreateStackCommand({
      StackName,
      TemplateBody,
      Parameters: [{ ParameterKey: 'CentralEventBusArn', ParameterValue: CENTRAL_BUS_ARN }],
      Capabilities: ['CAPABILITY_IAM'],
    }),
  );
  const { Stacks } = await cloudFormation.send(new DescribeStacksCommand({ StackName }));
  const status = Stacks?.[0]?.StackStatus;
  expectThat(status === 'CREATE_COMPLETE', `the spoke in ${region} is ${String(status)}`);
}
