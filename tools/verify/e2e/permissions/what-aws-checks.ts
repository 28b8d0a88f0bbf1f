import {
  arnsOf,
  generatedName,
  neededAccess,
  type Access,
  type Stack,
} from '@root-activity-monitor/deployment-permissions';

/** An ID that AWS generates, where a policy can only have a wildcard. */
const generatedId = '1a2b3c4d-5e6f-7a8b-9c0d-1e2f3a4b5c6d';

const namingIn = ({ name, account, region }: Stack) => ({
  partition: 'aws',
  account,
  region,
  generated: (logicalId: string, maxLength: number) =>
    generatedName(name, logicalId, maxLength, 'UjecjFhpdr1d'),
});

/** Every action that AWS checks for a stack, on resources named as CloudFormation names them. */
export function whatAwsChecks(stack: Stack): readonly Access[] {
  return neededAccess(stack.template, namingIn(stack)).map((access) => ({
    ...access,
    resources: access.resources.map((arn) =>
      arn === '*' ? arn : arn.replaceAll('*', generatedId),
    ),
  }));
}

/** The ARN of a resource of a stack, as CloudFormation names it. */
export function exampleArn(stack: Stack, logicalId: string): string {
  return arnsOf(stack.template, logicalId, namingIn(stack))[0] ?? '';
}
