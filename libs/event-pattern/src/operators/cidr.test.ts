import { describe, expect, it } from 'vitest';
import { matchesEventPattern } from '../index.ts';

describe('IP addresses', () => {
  it.each([
    ['inside', '10.0.0.0/24', '10.0.0.255', true],
    ['outside', '10.0.0.0/24', '10.0.1.0', false],
    ['from any address of the range', '10.0.0.77/24', '10.0.0.1', true],
    ['everything', '0.0.0.0/0', '203.0.113.9', true],
    ['two addresses', '192.0.2.0/31', '192.0.2.1', true],
    ['IPv6 inside', '2001:db8:1234:1a00::/64', '2001:DB8:1234:1a00::5', true],
    ['IPv6 outside', '2001:db8:1234:1a00::/64', '2001:db8:1234:1a01::5', false],
    ['the other family', '::/0', '10.0.0.1', false],
    ['IPv4 in IPv6 clothing', '10.0.0.0/8', '::ffff:a00:1', true],
    ['a service name', '0.0.0.0/0', 'AWS Internal', false],
    ['a host name', '0.0.0.0/0', 'cloudtrail.amazonaws.com', false],
    ['a part above 255', '0.0.0.0/0', '10.0.0.256', false],
    ['a number', '0.0.0.0/0', 10, false],
    ['a zone', '::/0', 'fe80::1%eth0', false],
  ])('%s', (_name, cidr, value, matches) => {
    expect(matchesEventPattern({ a: [{ cidr }] }, { a: value })).toBe(matches);
  });

  it.each([
    ['a plain address matches its other spellings', '::1', '0:0:0:0:0:0:0:1', true],
    ['leading zeros do not matter', '10.0.0.1', '010.0.0.01', true],
    ['another address', '10.0.0.1', '10.0.0.2', false],
    ['a time is no address', '12:30', '12:30', true],
  ])('%s', (_name, expected, value, matches) => {
    expect(matchesEventPattern({ a: [expected] }, { a: value })).toBe(matches);
  });
});
