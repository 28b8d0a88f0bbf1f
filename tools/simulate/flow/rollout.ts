import * as z from 'zod';
import {
  deployStack,
  loadStacks,
  parseTemplate,
  resourcesOf,
  type SynthesizedStack,
  type Template,
  TemplateError,
} from '@root-activity-monitor/local-aws/cloudformation';

/** A spoke template, and what it is rolled out with. */
export interface SpokeTemplate {
  readonly template: Template;
  readonly parameters: Readonly<Record<string, string>>;
}

/** The spokes of a StackSet: of every member account, in these Regions. */
export interface MemberSpokes extends SpokeTemplate {
  readonly regions: ReadonlySet<string>;
}

/** The spoke of one account and Region: the management account's, which no StackSet reaches. */
export interface OwnSpoke extends SpokeTemplate {
  readonly account: string;
  readonly region: string;
}

/** How the spokes get into the accounts, as it was synthesized. */
export interface Rollout {
  readonly managementAccountId: string;
  readonly members: readonly MemberSpokes[];
  readonly own: readonly OwnSpoke[];
}

const StackSetSchema = z.looseObject({
  TemplateBody: z.string(),
  Parameters: z
    .array(z.looseObject({ ParameterKey: z.string(), ParameterValue: z.string() }))
    .default([]),
  StackInstancesGroup: z.array(z.looseObject({ Regions: z.array(z.string()) })).default([]),
});

/**
 * Reads the assembly of the rollout: its StackSets, and the stacks of accounts that they leave out.
 *
 * @throws TemplateError when there is no StackSet, or one that cannot be read
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudformation-stackset.html
 */
export function loadRollout(folder: string, managementAccountId: string): Rollout {
  const stacks = loadStacks(folder);
  const members = stacks.flatMap(stackSetsOf);
  if (members.length === 0) throw new TemplateError(`${folder} holds no StackSet`);
  const own = stacks
    .filter(({ template }) => typesIn(template).includes('AWS::Events::Rule'))
    .map(({ template, account, region }) => ({ template, account, region, parameters: {} }));
  return { managementAccountId, members, own };
}

function stackSetsOf({ stackName, template, account, region }: SynthesizedStack): MemberSpokes[] {
  if (!typesIn(template).includes('AWS::CloudFormation::StackSet')) return [];
  const stack = deployStack(withoutOpenParameters(template), { stackName, account, region });
  return resourcesOf(stack, 'AWS::CloudFormation::StackSet').map((resource) => {
    const parsed = StackSetSchema.safeParse(resource.properties());
    if (!parsed.success) {
      throw new TemplateError(`StackSet ${resource.logicalId} of ${stackName} cannot be read`, {
        cause: parsed.error,
      });
    }
    const { TemplateBody, Parameters, StackInstancesGroup } = parsed.data;
    return {
      template: parseTemplate(parseBody(TemplateBody), `the template of ${resource.logicalId}`),
      parameters: Object.fromEntries(
        Parameters.map(({ ParameterKey, ParameterValue }) => [ParameterKey, ParameterValue]),
      ),
      regions: new Set(StackInstancesGroup.flatMap(({ Regions }) => Regions)),
    };
  });
}

function typesIn({ Resources }: Template): readonly string[] {
  return Object.values(Resources).map(({ Type }) => Type);
}

/** The organization's root, say, which is only asked for at deployment and decides no Region. */
function withoutOpenParameters(template: Template): Template {
  const Parameters = Object.fromEntries(
    Object.entries(template.Parameters).map(([name, parameter]) => {
      if (parameter.Default !== undefined) return [name, parameter];
      return [name, { ...parameter, AllowedPattern: undefined, Default: `(${name})` }];
    }),
  );
  return { ...template, Parameters };
}

function parseBody(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch (cause) {
    throw new TemplateError("the StackSet's template is no JSON", { cause });
  }
}
