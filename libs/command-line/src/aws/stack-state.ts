import {
  type CloudFormationClient,
  DescribeStacksCommand,
  UpdateTerminationProtectionCommand,
} from '@aws-sdk/client-cloudformation';

export interface StackState {
  /** As CloudFormation says it, "ROLLBACK_COMPLETE". */
  readonly status: string;
  readonly terminationProtection: boolean;
}

/**
 * The state of a stack; undefined where CloudFormation lists none.
 *
 * @throws Error where it may not be seen, and where there is no such stack
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_DescribeStacks.html
 */
export async function stackState(
  client: CloudFormationClient,
  stackName: string,
): Promise<StackState | undefined> {
  const { Stacks = [] } = await client.send(new DescribeStacksCommand({ StackName: stackName }));
  const [stack] = Stacks;
  return (
    stack && {
      status: stack.StackStatus ?? '',
      terminationProtection: stack.EnableTerminationProtection ?? false,
    }
  );
}

/** Lifts the protection of a stack against deletion. */
export async function unprotectStack(
  client: CloudFormationClient,
  stackName: string,
): Promise<void> {
  await client.send(
    new UpdateTerminationProtectionCommand({
      StackName: stackName,
      EnableTerminationProtection: false,
    }),
  );
}
