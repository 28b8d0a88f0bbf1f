import { DescribeStackResourcesCommand, GetTemplateCommand } from '@aws-sdk/client-cloudformation';
import * as z from 'zod';
import { type Clients } from '@root-activity-monitor/command-line/aws';
import { hubStackName } from '@root-activity-monitor/deployment-config';
import { required } from '../checks/assert.ts';

const TemplateSchema = z.looseObject({
  Resources: z.record(z.string(), z.looseObject({ Type: z.string() })),
});

/** A stack as the emulator holds it. */
export interface DeployedStack {
  /** Resources of the template, by logical ID. */
  readonly resources: Readonly<Record<string, { readonly Type: string }>>;
  /** By logical ID; absent for what the emulator did not create. */
  readonly physicalIds: ReadonlyMap<string, string>;
}

export async function readStack(
  { cloudFormation }: Clients,
  StackName: string = hubStackName,
): Promise<DeployedStack> {
  const { TemplateBody } = await cloudFormation.send(
    new GetTemplateCommand({ StackName, TemplateStage: 'Original' }),
  );
  const template = TemplateSchema.parse(
    JSON.parse(required(TemplateBody, `the template of ${StackName}`)),
  );
  const { StackResources = [] } = await cloudFormation.send(
    new DescribeStackResourcesCommand({ StackName }),
  );
  const known = StackResources.flatMap(({ LogicalResourceId, PhysicalResourceId }) =>
    LogicalResourceId !== undefined && LogicalResourceId in template.Resources
      ? [[LogicalResourceId, PhysicalResourceId ?? ''] as const]
      : [],
  );
  return { resources: template.Resources, physicalIds: new Map(known) };
}

/** A stack as text that is the same as long as nothing changes: its template and physical IDs. */
export async function stackText({ cloudFormation }: Clients, StackName: string): Promise<string> {
  const query = new GetTemplateCommand({ StackName, TemplateStage: 'Original' });
  const { TemplateBody } = await cloudFormation.send(query);
  const { StackResources = [] } = await cloudFormation.send(
    new DescribeStackResourcesCommand({ StackName }),
  );
  const ids = StackResources.map(({ LogicalResourceId, PhysicalResourceId }) => [
    LogicalResourceId,
    PhysicalResourceId,
  ]);
  return JSON.stringify([TemplateBody, ids]);
}

/** What differs between two states of a stack: logical IDs whose template or physical ID changed. */
export function changedBetween(before: DeployedStack, after: DeployedStack): readonly string[] {
  const ids = new Set([...Object.keys(before.resources), ...Object.keys(after.resources)]);
  return [...ids].filter(
    (id) =>
      JSON.stringify(before.resources[id]) !== JSON.stringify(after.resources[id]) ||
      before.physicalIds.get(id) !== after.physicalIds.get(id),
  );
}
