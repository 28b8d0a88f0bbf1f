import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  CreateStackInstancesCommand,
  CreateStackSetCommand,
  ListStackInstancesCommand,
  type StackInstanceSummary,
} from '@aws-sdk/client-cloudformation';
import * as z from 'zod';
import type { Clients } from '@root-activity-monitor/command-line/aws';
import { required } from '../checks/assert.ts';

const Properties = z.looseObject({
  StackSetName: z.string(),
  Description: z.string(),
  TemplateBody: z.string(),
  Parameters: z.array(z.object({ ParameterKey: z.string(), ParameterValue: z.string() })),
  StackInstancesGroup: z.array(
    z.object({
      DeploymentTargets: z.object({ OrganizationalUnitIds: z.array(z.string()) }),
      Regions: z.array(z.string()),
    }),
  ),
});
const Template = z.looseObject({
  Resources: z.record(z.string(), z.looseObject({ Type: z.string(), Properties: z.unknown() })),
});

/**
 * The properties of the StackSet that the rollout's template has.
 *
 * @param assembly the folder with the synthesized rollout
 */
export function readStackSet(assembly: string): z.infer<typeof Properties> {
  const path = join(assembly, 'RootActivityMonitorRollout.template.json');
  const { Resources } = Template.parse(JSON.parse(readFileSync(path, 'utf8')));
  const found = Object.values(Resources).find(
    ({ Type }) => Type === 'AWS::CloudFormation::StackSet',
  );
  return Properties.parse(required(found, 'the StackSet of the rollout').Properties);
}

/**
 * Does what CloudFormation does with a StackSet, which an emulator's CloudFormation skips: creates
 * it and its instances with the properties of the template.
 *
 * @returns the instances
 */
export async function createStackSet(
  { cloudFormation }: Clients,
  {
    StackSetName,
    Description,
    TemplateBody,
    Parameters,
    StackInstancesGroup,
  }: z.infer<typeof Properties>,
): Promise<readonly StackInstanceSummary[]> {
  await cloudFormation.send(
    new CreateStackSetCommand({
      StackSetName,
      Description,
      TemplateBody,
      Parameters,
      PermissionModel: 'SERVICE_MANAGED',
      AutoDeployment: { Enabled: true, RetainStacksOnAccountRemoval: false },
      Capabilities: ['CAPABILITY_IAM'],
    }),
  );
  for (const { DeploymentTargets, Regions } of StackInstancesGroup) {
    await cloudFormation.send(
      new CreateStackInstancesCommand({ StackSetName, DeploymentTargets, Regions }),
    );
  }
  const { Summaries = [] } = await cloudFormation.send(
    new ListStackInstancesCommand({ StackSetName }),
  );
  return Summaries;
}
