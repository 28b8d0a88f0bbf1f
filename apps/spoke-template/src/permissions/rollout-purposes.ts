import {
  partitionOfDeployment,
  type DeploymentConfig,
} from '@root-activity-monitor/deployment-config';
import {
  cdkAccess,
  generatedNamePattern,
  neededAccess,
  type Needed,
  type Purpose,
  type Stack,
} from '@root-activity-monitor/deployment-permissions';
import { rolloutTargets } from '../rollout/rollout-plan.ts';
import { rootIdParameter } from '../rollout/rollout-stack.ts';

/**
 * Whom the rollout's permissions are for, each with what they need. The management account alone,
 * or a delegated administrator for the StackSet beside it.
 */
export function rolloutPurposes(
  config: DeploymentConfig,
  stacks: () => readonly Stack[],
): Readonly<Record<string, Purpose>> {
  const targets = rolloutTargets(config);
  return Object.fromEntries(
    targets.map(({ account, role }, index) => [
      index === 0 ? 'rollout' : 'management',
      {
        whom: `whoever runs spoke-template:diff, deploy and destroy, in ${account}, ${role}`,
        needed: () =>
          deployerAccess(
            config,
            stacks().filter((stack) => stack.account === account),
          ),
      },
    ]),
  );
}

function deployerAccess(config: DeploymentConfig, stacks: readonly Stack[]): readonly Needed[] {
  const partition = partitionOfDeployment(config);
  const template = JSON.stringify(stacks.map((stack) => stack.template));
  const organizations = [
    'organizations:DescribeOrganization',
    // Whether the units contain the hub account.
    'organizations:ListParents',
    ...(template.includes(rootIdParameter) ? ['organizations:ListRoots'] : []),
    // CloudFormation asks with the caller's rights whether the account is one.
    ...(template.includes('"CallAs":"DELEGATED_ADMIN"')
      ? ['organizations:ListDelegatedAdministrators']
      : []),
  ];
  return [
    ...organizations.map((action) => ({ action, resources: ['*'] })),
    ...stacks.flatMap((stack) => {
      const region = regionsOf(stacks, stack);
      return [
        ...cdkAccess([stack], partition, region),
        ...neededAccess(stack.template, {
          partition,
          account: stack.account,
          region,
          generated: (_logicalId, longest) => generatedNamePattern(stack.name, longest),
        }),
      ];
    }),
  ];
}

/** One stack that goes to many Regions would need as many statements. */
function regionsOf(stacks: readonly Stack[], { name, region }: Stack): string {
  return stacks.some((other) => other.name === name && other.region !== region) ? '*' : region;
}
