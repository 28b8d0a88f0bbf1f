import type { LeafValue } from '../json/json.ts';
import { textTest, valueTest, type ValueTest } from './leaf-test.ts';
import { parseIpAddress } from './ip-address.ts';

/**
 * A plain value in the array: same type, same case. 5 and 5.0 are one number; a text that is an IP
 * address also matches the other spellings of that address.
 */
export function exactTest(expected: LeafValue): ValueTest {
  const address = typeof expected === 'string' ? parseIpAddress(expected) : undefined;
  if (address === undefined) return valueTest((value) => value === expected);
  return textTest((text) => {
    const candidate = parseIpAddress(text);
    return candidate?.bits === address.bits && candidate.value === address.value;
  });
}
