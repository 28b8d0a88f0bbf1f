import type { Needed } from './policy.ts';
import type { Stack } from './stack.ts';

/**
 * What the CDK CLI asks CloudFormation for a stack itself, by `diff`, `deploy` (with a change set or
 * directly) and `destroy`.
 */
const onStack = [
  'ContinueUpdateRollback',
  'CreateChangeSet',
  'CreateStack',
  'DeleteChangeSet',
  'DeleteStack',
  'DescribeChangeSet',
  'DescribeEvents',
  'DescribeStackEvents',
  'DescribeStackResources',
  'DescribeStacks',
  'ExecuteChangeSet',
  'GetTemplate',
  'ListStackResources',
  'RollbackStack',
  'TagResource',
  'UntagResource',
  'UpdateStack',
  'UpdateTerminationProtection',
];
const onChangeSet = ['DescribeEvents', 'TagResource', 'UntagResource'];

const bootstrapStack = 'CDKToolkit';
/** The name that the CDK CLI gives its change sets. */
const changeSet = 'cdk-deploy-change-set';

/**
 * What the CDK CLI needs for stacks: the roles of bootstrapping where it uses them, which do the
 * rest; else CloudFormation itself.
 *
 * @param region `*` where the stacks are in several Regions
 */
export function cdkAccess(
  stacks: readonly Stack[],
  partition: string,
  region: string | undefined = undefined,
): readonly Needed[] {
  return stacks.flatMap((stack) => {
    if (stack.assumedRoles.length > 0) {
      const roles = stack.assumedRoles.map((role) =>
        role.replaceAll('${AWS::Partition}', partition),
      );
      return [{ action: 'sts:AssumeRole', resources: roles }];
    }
    const arn = `arn:${partition}:cloudformation:${region ?? stack.region}:${stack.account}`;
    return [
      // The CLI looks whether the account is bootstrapped, though nothing of that is used.
      { action: 'cloudformation:DescribeStacks', resources: [`${arn}:stack/${bootstrapStack}/*`] },
      ...onStack.map((action) => ({
        action: `cloudformation:${action}`,
        resources: [`${arn}:stack/${stack.name}/*`],
      })),
      ...onChangeSet.map((action) => ({
        action: `cloudformation:${action}`,
        resources: [`${arn}:changeSet/${changeSet}/*`],
      })),
    ];
  });
}
