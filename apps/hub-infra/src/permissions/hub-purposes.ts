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
  stack: Stack,
): Readonly<Record<string, Purpose>> {
  const naming: Naming = {
    partition: partitionOfDeployment(config),
    account: stack.account,
    region: stack.region,
    generated: (_logicalId, longest) => generatedNamePattern(stack.name, longest),
  };
  // They work on single parts of the hub, whose logical IDs end in a hash that changes with the code.
  const operators = operatorAccess(stack, {
    ...naming,
    generated: (logicalId) => `${stack.name}-${logicalId.replace(/[0-9A-F]{8}$/, '')}*`,
  });
  return {
    deployer: {
      whom: 'whoever runs hub-infra:diff, deploy and destroy, in the hub account',
      needed: () => deployerAccess(stack, naming),
    },
    cloudformation: {
      whom: 'CloudFormation\'s role in the hub account: "cdk bootstrap --cloudformation-execution-policies"',
      needed: () => neededAccess(stack.template, naming),
    },
    simulate: {
      whom: 'whoever runs tools:simulate --bus, in the hub account',
      needed: operators.simulate,
    },
    'simulate-wait': {
      whom: 'whoever runs tools:simulate --bus --wait, in the hub account',
      needed: operators.simulateAndWait,
    },
    redrive: {
      whom: 'whoever runs tools:redrive, in the hub account',
      needed: operators.redrive,
    },
    'redrive-send': {
      whom: 'whoever runs tools:redrive --send, in the hub account',
      needed: operators.redriveAndSend,
    },
  };
}

/** CDK's roles do the work; the rest is what is looked at before and after. */
function deployerAccess(stack: Stack, naming: Naming): readonly Needed[] {
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
