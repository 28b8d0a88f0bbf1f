import { UserError } from '../command/errors.ts';

/** What a call is for, as messages say it. */
export interface Purpose {
  /** In the infinitive: "read the outputs of the stack". */
  readonly to: string;
  /** The IAM actions that it needs. */
  readonly needs: string;
  readonly endpointUrl?: string | undefined;
}

const signIn = 'Sign in, for example with "aws login" or "aws sso login", and run this again.';

/**
 * Makes a call to AWS.
 *
 * @throws UserError in place of the SDK's error
 */
export async function callAws<Answer>(
  purpose: Purpose,
  call: () => Promise<Answer>,
): Promise<Answer> {
  try {
    return await call();
  } catch (cause) {
    if (cause instanceof UserError) throw cause;
    throw new UserError(explainAwsError(purpose, cause), { cause });
  }
}

/** What went wrong and what to do about it: no stack trace, no credentials. */
export function explainAwsError({ to, needs, endpointUrl }: Purpose, cause: unknown): string {
  const where = endpointUrl ?? 'AWS';
  const endpointSetting = endpointUrl === undefined ? 'AWS_ENDPOINT_URL' : '--endpoint-url';
  const { name, code, message } = described(cause);
  if (/^(Credentials|Token)ProviderError$/.test(name)) {
    return `No AWS credentials were found to ${to}. ${signIn}`;
  }
  if (/Expired/.test(name)) {
    return `The AWS credentials have expired, so ${where} refuses to ${to}. ${signIn}`;
  }
  if (unknownCredentials.test(name)) {
    return `AWS does not know these credentials (${name}), so it refuses to ${to}. ${signIn}`;
  }
  if (/AccessDenied|AuthorizationError|NotAuthorized|Forbidden/.test(name)) {
    return `These credentials may not ${to}: ${needs} is needed. ${message}`;
  }
  if (isUnreachable(code, name)) {
    const check =
      endpointUrl === undefined
        ? 'the network, any proxy, the Region and AWS_ENDPOINT_URL'
        : '--endpoint-url, and that the emulator is running';
    return `${where} cannot be reached to ${to} (${code || name}). Check ${check}.`;
  }
  if (/Deserialization|XML parse|is not valid JSON|Unexpected token/.test(message)) {
    return `What answers at ${where} is not AWS, or failed, when asked to ${to}. Check ${endpointSetting}.`;
  }
  if (/Throttl|TooManyRequests|RequestLimitExceeded/.test(name)) {
    return `AWS throttles the calls to ${to} (${name}). Wait a minute and run this again.`;
  }
  return `Could not ${to}: ${name}: ${message}`;
}

const unknownCredentials =
  /^(InvalidClientTokenId|UnrecognizedClientException|SignatureDoesNotMatch|InvalidSignatureException|InvalidAccessKeyId)$/;

function described(cause: unknown): {
  readonly name: string;
  readonly code: string;
  readonly message: string;
} {
  if (!(cause instanceof Error)) return { name: 'Error', code: '', message: String(cause) };
  const [message = ''] = cause.message.split('\n');
  const inner =
    cause instanceof AggregateError
      ? cause.errors.find((one) => one instanceof Error)
      : cause.cause;
  const code = codeOf(cause) || codeOf(inner);
  return { name: cause.name, code, message };
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : '';
}

const isUnreachable = (code: string, name: string) =>
  /^(ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EPIPE)$/.test(
    code,
  ) || name === 'TimeoutError';

/** Whether AWS says that something does not exist. */
export function isMissing(error: unknown): boolean {
  return (
    error instanceof Error &&
    /NotFound|NonExistent|does not exist/.test(`${error.name} ${error.message}`)
  );
}
