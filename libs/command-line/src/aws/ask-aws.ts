import { Refusal } from './refusal.ts';

/** What a call is for, as messages say it. */
export interface Purpose {
  /** In the infinitive: "read the outputs of the stack". */
  readonly to: string;
  /** The IAM actions that it needs. */
  readonly needs: string;
  readonly endpointUrl?: string | undefined;
}

const SIGN_IN = 'Sign in, for example with "aws login" or "aws sso login", and run this again.';

/**
 * Makes a call to AWS.
 *
 * @throws Refusal in place of the SDK's error where the user can do something about it
 */
export async function askAws<Answer>(
  purpose: Purpose,
  call: () => Promise<Answer>,
): Promise<Answer> {
  try {
    return await call();
  } catch (cause) {
    if (cause instanceof Refusal) throw cause;
    throw new Refusal(refusalText(purpose, cause), { cause });
  }
}

/** What is the matter, for a person: no stack trace, no credentials. */
export function refusalText({ to, needs, endpointUrl }: Purpose, cause: unknown): string {
  const where = endpointUrl ?? 'AWS';
  const { name, code, message } = described(cause);
  if (/^(Credentials|Token)ProviderError$/.test(name)) {
    return `No AWS credentials were found to ${to}. ${SIGN_IN}`;
  }
  if (/Expired/.test(name)) {
    return `The AWS credentials have expired, so that ${where} refuses to ${to}. ${SIGN_IN}`;
  }
  if (
    /^(InvalidClientTokenId|UnrecognizedClientException|SignatureDoesNotMatch|InvalidSignatureException|InvalidAccessKeyId)$/.test(
      name,
    )
  ) {
    return `AWS does not know these credentials (${name}), so that it refuses to ${to}. ${SIGN_IN}`;
  }
  if (/AccessDenied|AuthorizationError|NotAuthorized|Forbidden/.test(name)) {
    return `These credentials may not ${to}: ${needs} is needed. ${message}`;
  }
  if (isUnreachable(code, name)) {
    const check =
      endpointUrl === undefined
        ? 'the network, a proxy and the Region'
        : '--endpoint-url, and that the emulator runs';
    return `${where} cannot be reached to ${to} (${code || name}). Check ${check}.`;
  }
  if (/Deserialization|XML parse|is not valid JSON|Unexpected token/.test(message)) {
    return `What answers at ${where} is not AWS, or failed, when asked to ${to}. Check --endpoint-url.`;
  }
  if (/Throttl|TooManyRequests|RequestLimitExceeded/.test(name)) {
    return `AWS throttles the calls to ${to} (${name}). Wait a minute and run this again.`;
  }
  return `It was not possible to ${to}: ${name}: ${message}`;
}

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

/** Whether AWS says that a thing is not there. */
export function isMissing(error: unknown): boolean {
  return (
    error instanceof Error &&
    /NotFound|NonExistent|does not exist/.test(`${error.name} ${error.message}`)
  );
}
