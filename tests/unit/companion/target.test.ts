import { describe, expect, it } from 'vitest';
import { isHost, isPort, targetOf, typedTarget } from '../../../src/companion/target.ts';

describe('a host that the companion looks at', () => {
  it.each(['example.org', 'xn--bcher-kva.example', 'a_b.example', 'localhost', '192.0.2.1', '[2001:db8::1]'])(
    'may be %s',
    (host) => expect(isHost(host)).toBe(true),
  );

  it.each([
    '',
    'Example.org',
    'bücher.example',
    'xn--a.example',
    'example.org.',
    '.example.org',
    'a..b',
    'example.org/x',
    'user@example.org',
    'example.org:443',
    '2001:db8::1',
    '[2001:0db8::1]',
    '[::1%25eth0]',
    '192.0.2.999',
    '0x7f.1',
    '-a.example',
    `${'a'.repeat(64)}.example`,
    `${'a.'.repeat(130)}example`,
    'a b',
    'a\0b',
    '$(id)',
  ])('is never %j', (host) => expect(isHost(host)).toBe(false));

  it('listens on a port from 1 to 65535', () => {
    expect([1, 443, 65_535].every(isPort)).toBe(true);
    expect([0, -1, 65_536, 1.5, NaN, Infinity].some(isPort)).toBe(false);
  });

  it('is that of an https origin', () => {
    expect(targetOf('https://example.org')).toEqual({ host: 'example.org', port: 443 });
    expect(targetOf('https://[::1]:8443')).toEqual({ host: '[::1]', port: 8443 });
    expect(targetOf('https://example.org.:8443')).toEqual({ host: 'example.org', port: 8443 });
    expect(targetOf('http://example.org')).toBeNull();
    expect(targetOf('chrome://settings')).toBeNull();
    expect(targetOf('nonsense')).toBeNull();
  });

  it.each([
    ['example.org', 'example.org', 443],
    ['Example.ORG:8443', 'example.org', 8443],
    ['bücher.example', 'xn--bcher-kva.example', 443],
    ['[2001:DB8::1]:8443', '[2001:db8::1]', 8443],
    ['2001:db8::1', '[2001:db8::1]', 443],
  ])('may be typed as %s', (typed, host, port) => expect(typedTarget(typed)).toEqual({ host, port }));

  it.each([
    '',
    'a b',
    'example.org:0',
    'example.org:',
    'example.org:70000',
    'https://example.org',
    'a/b.pem',
    'x@y',
  ])('is not meant by %j', (typed) => expect(typedTarget(typed)).toBeNull());
});
