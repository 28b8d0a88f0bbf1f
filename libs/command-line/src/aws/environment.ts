/** The variables of a process. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Whether AWS_ENDPOINT_URL leads to something that is not AWS: an emulator, whose accounts are
 * those of examples.
 *
 * @see https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html
 */
export function usesEmulator(environment: Environment): boolean {
  const address = environment['AWS_ENDPOINT_URL'];
  return address !== undefined && URL.canParse(address) && !isAwsUrl(address);
}

/** Whether a text is a URL that leads to AWS itself. */
export function isAwsUrl(url: string): boolean {
  return URL.canParse(url) && /\.(amazonaws\.com(\.cn)?|aws|api\.aws)$/.test(new URL(url).hostname);
}
