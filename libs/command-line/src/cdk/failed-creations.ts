import type { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { stackState, unprotectStack } from '../aws/stack-state.ts';
import type { Confirm } from '../terminal/confirm.ts';

/** A stack, and who may change it. */
export interface ReachableStack {
  readonly name: string;
  readonly region: string;
  readonly client: CloudFormationClient;
}

const failedCreation = new Set(['ROLLBACK_COMPLETE', 'ROLLBACK_FAILED']);

/**
 * Makes way for a deployment after a first one that failed. The CDK CLI deletes such a stack, which
 * holds nothing, before it creates it anew; but it protects a stack before it creates it, and
 * CloudFormation deletes no protected stack. What cannot be seen is left to the CDK CLI to tell.
 *
 * @param confirm asks before it lifts the protection; undefined where nobody can answer
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-protect-stacks.html
 */
export async function releaseFailedCreations(
  stacks: readonly ReachableStack[],
  confirm: Confirm | undefined,
  say: (text: string) => void,
): Promise<void> {
  const states = await Promise.all(
    stacks.map(async (stack) => ({
      stack,
      state: await stackState(stack.client, stack.name).catch(() => undefined),
    })),
  );
  const failed = states.flatMap(({ stack, state }) =>
    state?.terminationProtection === true && failedCreation.has(state.status) ? [stack] : [],
  );
  if (failed.length === 0) return;
  const names = failed.map(({ name, region }) => `${name} in ${region}`).join(', ');
  const question = `${names} could not be created before and holds nothing. Lift its protection, so that it can be deleted and created anew?`;
  const mayUnprotect = confirm !== undefined && (await confirm(question));
  for (const stack of failed) {
    const done =
      mayUnprotect &&
      (await unprotectStack(stack.client, stack.name).then(
        () => true,
        () => false,
      ));
    say(
      done
        ? `${stack.name} in ${stack.region} is deleted and created anew.`
        : unprotectByHand(stack),
    );
  }
}

const unprotectByHand = ({ name, region }: ReachableStack): string =>
  [
    `${name} in ${region} could not be created before, and is protected against being deleted. Run this, then deploy again:`,
    `  aws cloudformation update-termination-protection --no-enable-termination-protection --stack-name ${name} --region ${region}`,
  ].join('\n');
