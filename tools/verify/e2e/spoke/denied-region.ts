import {
  CreateStackSetCommand,
  CreateStackInstancesCommand,
  DeleteStackInstancesCommand,
  DeleteStackSetCommand,
  ListStackInstancesCommand,
} from '@aws-sdk/client-cloudformation';
import type { Clients } from '@root-activity-monitor/command-line/aws';
import { assert } from '../checks/assert.ts';
import type { ScenarioContext } from '../context/scenario-context.ts';
import { homeRegion, managementAccount, deployedRegions } from '../context/test-config.ts';
import { rolloutAssembly } from './roll-out.ts';
import { readStackSet } from './stack-set.ts';
import { PreferencesSchema, survivesDeniedRegion } from './tolerance.ts';

const deniedRegion = 'eu-west-1';

/**
 * Lets one Region fail in every account, then does what CloudFormation would: keeps the others, or
 * rolls them back, according to the tolerance of the synthesized StackSet. The emulator knows
 * neither denied Regions nor tolerance.
 */
export async function denyRegion(context: ScenarioContext): Promise<void> {
  const { checklist, accounts, organization } = context;
  await checklist.step(
    `a Region denied to every account, ${deniedRegion}, leaves the others watched`,
    async () => {
      const clients = await accounts.clients(managementAccount, homeRegion);
      const properties = readStackSet(rolloutAssembly(context));
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
      const Regions = deployedRegions.filter((region) => region !== deniedRegion);
      const DeploymentTargets = { OrganizationalUnitIds: [organization.unit] };
      await clients.cloudFormation.send(
        new CreateStackInstancesCommand({ StackSetName, DeploymentTargets, Regions }),
      );
      const survives = survivesDeniedRegion(preferences, organization.members.length);
      if (!survives) await rollBack(clients, StackSetName, organization.members, Regions);
      const left = await instances(clients, StackSetName);
      assert(
        left === organization.members.length * Regions.length,
        `${left} instances are left: the rollout was rolled back`,
      );
      await rollBack(clients, StackSetName, organization.members, Regions);
      return `${left} instances in ${Regions.join(', ')}`;
    },
  );
}

/** Other names: the rollout's spokes are in the same accounts. */
const inSandbox = (template: string): string =>
  template.replaceAll('root-activity-', 'sandbox-activity-');

async function instances({ cloudFormation }: Clients, StackSetName: string): Promise<number> {
  const { Summaries = [] } = await cloudFormation.send(
    new ListStackInstancesCommand({ StackSetName }),
  );
  return Summaries.length;
}

async function rollBack(
  { cloudFormation }: Clients,
  StackSetName: string,
  members: readonly string[],
  Regions: string[],
): Promise<void> {
  // The emulator deletes by account only.
  await cloudFormation.send(
    new DeleteStackInstancesCommand({
      StackSetName,
      Regions,
      RetainStacks: false,
      Accounts: [...members],
    }),
  );
  await cloudFormation.send(new DeleteStackSetCommand({ StackSetName }));
}
