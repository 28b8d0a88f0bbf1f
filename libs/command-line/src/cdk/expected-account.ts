import type { CallerIdentity } from '../aws/account.ts';
import { UserError } from '../command/errors.ts';

/** Stacks, and the account that they are in. */
export interface Target {
  readonly account: string;
  /** What the account is, as `the hub account ("hubAccountId")`. */
  readonly role: string;
  readonly stacks: readonly string[];
}

const howToSignIn =
  'Sign in, for example with "aws login" or "aws sso login", name the profile in AWS_PROFILE, and run this again.';

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
    throw new UserError(whyNoIdentity(targets, cause, profileProblem), { cause });
  });
  const target = targets.find(({ account }) => account === identity.account);
  if (target !== undefined) return { target, identity };
  throw new UserError(
    [
      `These are credentials of account ${identity.account} (${identity.arn}).`,
      `This needs credentials of ${wanted(targets)} in deployment.jsonc.`,
      howToSignIn,
    ].join('\n'),
  );
}

function whyNoIdentity(
  targets: readonly Target[],
  cause: unknown,
  profileProblem: string | undefined,
): string {
  const name = cause instanceof Error ? cause.name : '';
  const needed = `This needs credentials of ${wanted(targets)}.`;
  if (/Expired/i.test(name)) return `The AWS credentials have expired. ${needed}\n${howToSignIn}`;
  if (profileProblem !== undefined) return `${profileProblem}\n${needed}`;
  if (name === 'CredentialsProviderError' || name === 'TokenProviderError') {
    return `No usable AWS credentials were found. ${needed}\n${howToSignIn}`;
  }
  const reason = cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause);
  return [
    `AWS did not say whose credentials these are (${reason}).`,
    needed,
    'Check the network, a proxy, AWS_ENDPOINT_URL and the credentials.',
  ].join('\n');
}
