import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CreateStackCommand, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { expectThat } from '../expect.ts';
import type { Stage } from '../scenario.ts';
import { HOME_REGION, HUB_ACCOUNT, MANAGEMENT_ACCOUNT, REGIONS } from '../test-config.ts';
import { checkSpoke } from './check-spoke.ts';
import { createStackSet } from './stack-set.ts';

export const CENTRAL_BUS_ARN = `arn:aws:events:${HOME_REGION}:${HUB_ACCOUNT}:event-bus/root-activity`;

/** Rolls the spokes out: the StackSet, the management account's own stacks, and the hub's. */
export async function rollOut(stage: Stage): Promise<void> {
  const { checklist, accounts, organization, workspace, command } = stage;
  const app = join(workspace.root, 'apps', 'spoke-template');
  const deploy = [
    'nx',
    'run',
    'spoke-template:deploy',
    '--method=direct',
    '--require-approval=never',
  ];
  await checklist.step('nx run spoke-template:deploy, as the management account', async () => {
    await command(deploy, MANAGEMENT_ACCOUNT, HOME_REGION);
    return undefined;
  });
  await checklist.step('its StackSet reaches two member accounts in two Regions', async () => {
    const clients = await accounts.clients(MANAGEMENT_ACCOUNT, HOME_REGION);
    const template = join(app, 'rollout', 'cdk.out', 'RootActivityMonitorRollout.template.json');
    const instances = await createStackSet(clients, template);
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
      const body = readFileSync(
        join(app, 'cdk.out', 'RootActivityMonitorSpoke.template.json'),
        'utf8',
      );
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
