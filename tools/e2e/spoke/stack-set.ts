import { readFileSync } from 'node:fs';
import {
  CreateStackInstancesCommand,
  CreateStackSetCommand,
  ListStackInstancesCommand,
  type StackInstanceSummary,
} from '@aws-sdk/client-cloudformation';
import * as z from 'zod';
import type { Clients } from '../../bus/aws/clients.ts';
import { demand } from '../expect.ts';

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
 * Does what CloudFormation does with the StackSet of the rollout's template, where an emulator's
 * CloudFormation leaves it out: makes it, and its instances, with the very properties.
 *
 * @returns the instances
 */
export async function createStackSet(
  { cloudFormation }: Clients,
  templatePath: string,
): Promise<readonly StackInstanceSummary[]> {
  const { Resources } = Template.parse(JSON.parse(readFileSync(templatePath, 'utf8')));
  const resource = Object.values(Resources).find(
    ({ Type }) => Type === 'AWS::CloudFormation::StackSet',
  );
  const { StackSetName, Description, TemplateBody, Parameters, StackInstancesGroup } =
    Properties.parse(demand(resource, 'the StackSet of the rollout').Properties);
  await cloudFormation.send(
    new CreateStackSetCommand({
      ...{ StackSetName, Description, TemplateBody, Parameters },
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
