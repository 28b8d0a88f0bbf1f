import type { CallerIdentity } from '../aws/account.ts';
import { UserError } from '../command/errors.ts';

/** Stacks, and the account that they are in. */
export interface Target {
  readonly account: string;
  /** What the account is, as `the hub account ("hubAccountId")`. */
  readonly role: string;
  readonly stacks: readonly string[];
}

const wanted = (targets: readonly Target[]): string =>
  targets.map(({ account, role }) => `${account}, ${role}`).join(', or ');

/**
 * The target that the credentials belong to.
 *
 * @param profileProblem why AWS_PROFILE yields no credentials, where that is known
 *
 * @throws UserError where there are no credentials or those of an account that is none of the targets
 */
export async function targetOfCaller(
  targets: readonly Target[],
  callerIdentity: () => Promise<CallerIdentity>,
  profileProblem?: string,
): Promise<{ readonly target: Target; readonly identity: CallerIdentity }> {
  const identity = await callerIdentity().catch((cause: unknown) => {
    const why = profileProblem ?? (cause instanceof Error ? cause.message : String(cause));
    throw new UserError(`${why}\nThis needs credentials of ${wanted(targets)}.`, { cause });
  });
  const target = targets.find(({ account }) => account === identity.account);
  if (target !== undefined) return { target, identity };
  throw new UserError(
    [
      `These are credentials of account ${identity.account} (${identity.arn}).`,
      `This needs credentials of ${wanted(targets)} in deployment.jsonc.`,
      'Sign in to it, or name its profile in AWS_PROFILE, and run this again.',
    ].join('\n'),
  );
}
