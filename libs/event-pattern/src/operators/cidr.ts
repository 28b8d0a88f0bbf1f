import { describe, refuse } from '../json/errors.ts';
import { textTest, type ValueTest } from './leaf-test.ts';
import { parseIpAddress } from './ip-address.ts';

/**
 * `{"cidr": "10.0.0.0/24"}`, IPv4 or IPv6. Texts that are no address and addresses of the other
 * family do not match. EventBridge refuses a mask that leaves a single address (/32, /128).
 */
export function cidrTest(operand: unknown, at: string): ValueTest {
  if (typeof operand !== 'string') refuse(at, 'a string such as "10.0.0.0/24"', describe(operand));
  const [, address = '', mask = ''] = /^([^/]*)\/\+?(\d+)\/*$/.exec(operand) ?? [];
  const network = parseIpAddress(address);
  if (network === undefined) {
    refuse(at, 'an IPv4 or IPv6 address, a slash and a mask', describe(operand));
  }
  if (Number(mask) >= network.bits) {
    refuse(at, `an address with a mask below ${network.bits}`, `a mask of ${mask}`);
  }
  const shift = BigInt(network.bits - Number(mask));
  return textTest((text) => {
    const candidate = parseIpAddress(text);
    return candidate?.bits === network.bits && candidate.value >> shift === network.value >> shift;
  });
}
