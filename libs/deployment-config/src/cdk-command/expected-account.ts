import { Refusal } from './refusal.ts';

/** Whose credentials are in use: what `sts:GetCallerIdentity` answers. */
export interface CallerIdentity {
  readonly account: string;
  readonly arn: string;
}

/** The account that a command must run in. */
export interface ExpectedAccount {
  readonly id: string;
  /** What the account is, as "the hub account (hubAccountId)". */
  readonly role: string;
}

const HOW_TO_SIGN_IN =
  'Sign in, for example with "aws login" or "aws sso login", name the profile in AWS_PROFILE, and run this again.';

/**
 * Makes sure that the credentials are there and belong to the account.
 *
 * @throws Refusal with what was found and what to do
 */
export async function checkAccount(
  expected: ExpectedAccount,
  callerIdentity: () => Promise<CallerIdentity>,
): Promise<CallerIdentity> {
  const identity = await callerIdentity().catch((cause: unknown) => {
    throw new Refusal(whyNoIdentity(expected, cause), { cause });
  });
  if (identity.account === expected.id) return identity;
  throw new Refusal(
    [
      `These are credentials of account ${identity.account} (${identity.arn}).`,
      `This needs credentials of ${expected.id}, ${expected.role} in deployment.jsonc.`,
      HOW_TO_SIGN_IN,
    ].join('\n'),
  );
}

function whyNoIdentity({ id, role }: ExpectedAccount, cause: unknown): string {
  const name = cause instanceof Error ? cause.name : '';
  const needed = `This needs credentials of ${id}, ${role}.`;
  if (/Expired/i.test(name))
    return `The AWS credentials have expired. ${needed}\n${HOW_TO_SIGN_IN}`;
  if (name === 'CredentialsProviderError' || name === 'TokenProviderError') {
    return `No usable AWS credentials were found. ${needed}\n${HOW_TO_SIGN_IN}`;
  }
  const reason = cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause);
  return [
    `AWS did not say whose credentials these are (${reason}).`,
    needed,
    'Check the network, a proxy, AWS_ENDPOINT_URL and the credentials.',
  ].join('\n');
}
