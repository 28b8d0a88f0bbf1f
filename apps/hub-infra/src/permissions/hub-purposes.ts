import {
  partitionOfDeployment,
  type DeploymentConfig,
} from '@root-activity-monitor/deployment-config';
import {
  arnsOf,
  cdkAccess,
  generatedNamePattern,
  neededAccess,
  type Naming,
  type Needed,
  type Purpose,
  type Stack,
} from '@root-activity-monitor/deployment-permissions';
import { operatorAccess } from './operator-access.ts';

/** Whom the hub's permissions are for, each with what they need; all in the hub account. */
export function hubPurposes(
  config: DeploymentConfig,
  stacks: () => readonly Stack[],
): Readonly<Record<string, Purpose>> {
  const partition = partitionOfDeployment(config);
  const hub = () => hubStack(stacks(), partition);
  const operators = () => {
    const { stack, naming } = hub();
    // They work on single parts of the hub, whose logical IDs end in a hash that changes with the code.
    return operatorAccess(stack, {
      ...naming,
      generated: (logicalId) => `${stack.name}-${logicalId.replace(/[0-9A-F]{8}$/, '')}*`,
    });
  };
  return {
    deployer: {
      whom: 'whoever runs hub-infra:diff, deploy and destroy, in the hub account',
      needed: () => deployerAccess(hub()),
    },
    cloudformation: {
      whom: 'CloudFormation\'s role in the hub account: "cdk bootstrap --cloudformation-execution-policies"',
      needed: () => neededAccess(hub().stack.template, hub().naming),
    },
    simulate: {
      whom: 'whoever runs tools:simulate --bus, in the hub account',
      needed: () => operators().simulate(),
    },
    'simulate-wait': {
      whom: 'whoever runs tools:simulate --bus --wait, in the hub account',
      needed: () => operators().simulateAndWait(),
    },
    redrive: {
      whom: 'whoever runs tools:redrive, in the hub account',
      needed: () => operators().redrive(),
    },
    'redrive-send': {
      whom: 'whoever runs tools:redrive --send, in the hub account',
      needed: () => operators().redriveAndSend(),
    },
  };
}

interface Hub {
  readonly stack: Stack;
  readonly naming: Naming;
}

function hubStack([stack]: readonly Stack[], partition: string): Hub {
  if (stack === undefined) throw new Error('the assembly of the hub has no stack');
  const { account, region, name } = stack;
  const generated: Naming['generated'] = (_logicalId, longest) =>
    generatedNamePattern(name, longest);
  return { stack, naming: { partition, account, region, generated } };
}

/** CDK's roles do the work; the rest is what is looked at before and after. */
function deployerAccess({ stack, naming }: Hub): readonly Needed[] {
  const { partition, account, region } = naming;
  const topics = Object.entries(stack.template.Resources)
    .filter(([, { Type }]) => Type === 'AWS::SNS::Topic')
    .flatMap(([id]) => arnsOf(stack.template, id, naming));
  return [
    ...cdkAccess([stack], partition),
    { action: 'organizations:DescribeOrganization', resources: ['*'] },
    // To say after a deployment who has not confirmed yet.
    {
      action: 'cloudformation:DescribeStacks',
      resources: [`arn:${partition}:cloudformation:${region}:${account}:stack/${stack.name}/*`],
    },
    { action: 'sns:ListSubscriptionsByTopic', resources: topics },
  ];
}
