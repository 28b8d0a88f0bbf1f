import {
  CreateStackSetCommand,
  CreateStackInstancesCommand,
  DeleteStackInstancesCommand,
  DeleteStackSetCommand,
  ListStackInstancesCommand,
} from '@aws-sdk/client-cloudformation';
import type { Clients } from '@root-activity-monitor/command-line/aws';
import { expectThat } from '../checks/assert.ts';
import type { Stage } from '../scenario.ts';
import { HOME_REGION, MANAGEMENT_ACCOUNT, REGIONS } from '../context/test-config.ts';
import { rolloutAssembly } from './roll-out.ts';
import { readStackSet } from './stack-set.ts';
import { PreferencesSchema, survivesDeniedRegion } from './tolerance.ts';

const DENIED = 'eu-west-1';

/**
 * Lets one Region fail in every account, and does what CloudFormation does then: keeps the others,
 * or takes them back, by the tolerance of the synthesized StackSet. The emulator knows neither
 * denied Regions nor tolerance.
 */
export async function denyRegion(stage: Stage): Promise<void> {
  const { checklist, accounts, organization } = stage;
  await checklist.step(
    `a Region denied to every account, ${DENIED}, leaves the others watched`,
    async () => {
      const clients = await accounts.clients(MANAGEMENT_ACCOUNT, HOME_REGION);
      const properties = readStackSet(rolloutAssembly(stage));
      const preferences = PreferencesSchema.parse(properties['OperationPreferences']);
      const StackSetName = 'root-activity-denied-region';
      const { TemplateBody, Parameters } = properties;
      await clients.cloudFormation.send(
        new CreateStackSetCommand({
          StackSetName,
          TemplateBody: inSandbox(TemplateBody),
          Parameters,
          PermissionModel: 'SERVICE_MANAGED',
        }),
      );
      const Regions = REGIONS.filter((region) => region !== DENIED);
      const DeploymentTargets = { OrganizationalUnitIds: [organization.unit] };
      await clients.cloudFormation.send(
        new CreateStackInstancesCommand({ StackSetName, DeploymentTargets, Regions }),
      );
      const survives = survivesDeniedRegion(preferences, organization.members.length);
      if (!survives) await takeBack(clients, StackSetName, organization.members, Regions);
      const left = await instances(clients, StackSetName);
      expectThat(
        left === organization.members.length * Regions.length,
        `${left} instances are left: the rollout was taken back`,
      );
      await takeBack(clients, StackSetName, organization.members, Regions);
      return `${left} instances in ${Regions.join(', ')}`;
    },
  );
}

/** Names of its own: the rollout's spokes are in the same accounts. */
const inSandbox = (template: string): string =>
  template.replaceAll('root-activity-', 'sandbox-activity-');

async function instances({ cloudFormation }: Clients, StackSetName: string): Promise<number> {
  const { Summaries = [] } = await cloudFormation.send(
    new ListStackInstancesCommand({ StackSetName }),
  );
  return Summaries.length;
}

async function takeBack(
  { cloudFormation }: Clients,
  StackSetName: string,
  members: readonly string[],
  Regions: string[],
): Promise<void> {
  // The emulator deletes by account only.
  await cloudFormation.send(
    new DeleteStackInstancesCommand({
      ...{ StackSetName, Regions, RetainStacks: false },
      Accounts: [...members],
    }),
  );
  await cloudFormation.send(new DeleteStackSetCommand({ StackSetName }));
}
