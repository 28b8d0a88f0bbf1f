/** A stack by its name and Region. */
export interface StackPlace {
  readonly name: string;
  readonly region: string;
}

export interface StackState {
  /** As CloudFormation says it, "ROLLBACK_COMPLETE". */
  readonly status: string;
  readonly terminationProtection: boolean;
}

/** Everything with an effect. */
export interface FailedCreationServices {
  /** Undefined where there is no such stack. */
  readonly stateOf: (stack: StackPlace) => Promise<StackState | undefined>;
  readonly unprotect: (stack: StackPlace) => Promise<void>;
  readonly say: (text: string) => void;
}

const failedCreation = new Set(['ROLLBACK_COMPLETE', 'ROLLBACK_FAILED']);

/**
 * Makes way for a deployment after a first one that failed. The CDK CLI deletes such a stack, which
 * holds nothing, before it creates it anew; but it protects a stack before it creates it, and
 * CloudFormation deletes no protected stack. What cannot be seen is left to the CDK CLI to tell.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-protect-stacks.html
 */
export async function releaseFailedCreations(
  stacks: readonly StackPlace[],
  { stateOf, unprotect, say }: FailedCreationServices,
): Promise<void> {
  await Promise.all(
    stacks.map(async (stack) => {
      const state = await stateOf(stack).catch(() => undefined);
      if (state === undefined || !state.terminationProtection) return;
      if (!failedCreation.has(state.status)) return;
      const { name, region } = stack;
      say(
        await unprotect(stack).then(
          () => `${name} in ${region} could not be created before: it is deleted and created anew.`,
          () => byHand(stack),
        ),
      );
    }),
  );
}

const byHand = ({ name, region }: StackPlace): string =>
  [
    `${name} in ${region} could not be created before, and is protected against being deleted. Run this, then deploy again:`,
    `  aws cloudformation update-termination-protection --no-enable-termination-protection --stack-name ${name} --region ${region}`,
  ].join('\n');
