import { isIPv6 } from 'node:net';

/** An address as a number, with the width in bits of its family. */
export interface IpAddress {
  readonly bits: 32 | 128;
  readonly value: bigint;
}

/**
 * Reads the two forms that EventBridge takes for addresses: four decimal numbers (leading zeros do
 * not matter) and hexadecimal groups without a dotted tail or a zone. Others are plain text.
 */
export function parseIpAddress(text: string): IpAddress | undefined {
  if (/^\d+\.\d+\.\d+\.\d+$/.test(text)) return parseIpv4(text);
  if (/^[\da-f:]+$/i.test(text) && isIPv6(text)) return parseIpv6(text);
  return undefined;
}

function parseIpv4(text: string): IpAddress | undefined {
  const parts = text.split('.').map(Number);
  if (text.length > 15 || parts.some((part) => part > 255)) return undefined;
  return { bits: 32, value: parts.reduce((value, part) => value * 256n + BigInt(part), 0n) };
}

function parseIpv6(text: string): IpAddress {
  const [left = [], right = []] = text.split('::').map((half) => half.split(':').filter(Boolean));
  const zeros = Array<string>(8 - left.length - right.length).fill('0');
  const value = [...left, ...zeros, ...right].reduce(
    (sum, group) => sum * 65_536n + BigInt(`0x${group}`),
    0n,
  );
  // An IPv4 address in IPv6 clothing (::ffff:0:0/96) is the IPv4 address.
  return value >> 32n === 0xffffn
    ? { bits: 32, value: value & 0xffff_ffffn }
    : { bits: 128, value };
}
