import { isIPv4, isIPv6 } from 'node:net';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkAddress } from '../../../src/rights/ip-address.ts';

describe('an IP address', () => {
  it.each(['203.0.113.7', ' 8.8.8.8 ', '2001:db8::1', '2A00:1450:4001:80b::200e', '::ffff:203.0.113.7'])(
    '%j can have been seen by a server',
    (address) => {
      expect(checkAddress(address)).toBe('public');
    },
  );

  it.each([
    '192.168.1.5',
    '10.0.0.1',
    '172.31.255.255',
    '127.0.0.1',
    '100.64.0.1',
    '169.254.1.1',
    '0.0.0.0',
    '255.255.255.255',
    '::1',
    '::',
    'fe80::1',
    'fd00::1',
    'ff02::1',
    '::ffff:192.168.1.5',
    '::ffff:100.64.0.1',
    // IPv4 in older forms (RFC 4291, 2.5.5.1) and its likes are no addresses of today's internet.
    '::8.8.8.8',
    '::1:ffff:808:808',
    '1::ffff:808:808',
    '::fffe:808:808',
  ])('%j is one of the own network', (address) => {
    expect(checkAddress(address)).toBe('not-public');
  });

  it.each(['172.32.0.1', '172.15.255.255', '100.128.0.1', '11.0.0.1', '192.169.0.1'])(
    '%j, just beside such a network, is public',
    (address) => {
      expect(checkAddress(address)).toBe('public');
    },
  );

  it.each([
    '',
    'example.org',
    '1.2.3',
    '1.2.3.4.5',
    '256.1.1.1',
    '01.2.3.4',
    '1:2:3',
    '1::2::3',
    'fe80::1%eth0',
  ])('%j is none', (address) => {
    expect(checkAddress(address)).toBe('no-address');
  });

  it('is what Node takes for one', () => {
    const piece = fc.oneof(
      fc.constantFrom('::', ':', '.', '0', 'ffff', '1.2.3.4', '00', '256'),
      fc.stringMatching(/^[0-9a-f]{1,5}$/),
    );
    const likely = fc.oneof(
      fc.ipV4(),
      fc.ipV6(),
      fc.array(piece, { maxLength: 10 }).map((pieces) => pieces.join('')),
      fc.array(piece, { maxLength: 9 }).map((pieces) => pieces.join(':')),
    );
    fc.assert(
      fc.property(likely, (address) => {
        expect(checkAddress(address) !== 'no-address').toBe(isIPv4(address) || isIPv6(address));
      }),
      { numRuns: 2000 },
    );
  });
});
