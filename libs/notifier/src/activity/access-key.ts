/**
 * Long-term keys begin with AKIA, keys of sessions with ASIA.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html
 */
export function isLongTermKey(accessKeyId: string | undefined): boolean {
  return accessKeyId?.startsWith('AKIA') === true;
}
