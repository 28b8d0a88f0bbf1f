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
  if (address === undefined || !URL.canParse(address)) return false;
  return !/\.(amazonaws\.com(\.cn)?|aws|api\.aws)$/.test(new URL(address).hostname);
}
