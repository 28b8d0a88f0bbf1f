/**
 * Keys of sessions begin with ASIA. Long-term ones begin with AKIA today; the oldest have no such
 * prefix, so that every other key counts as one.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html
 */
export function isLongTermKey(accessKeyId: string | undefined): boolean {
  return accessKeyId !== undefined && accessKeyId !== '' && !accessKeyId.startsWith('ASIA');
}
