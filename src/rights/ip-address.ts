/** Is this text an IP address that a server on the Internet can have seen? */

export type AddressCheck =
  | 'public'
  /** An address of a home or office network, or of the device itself: no server outside sees it. */
  | 'not-public'
  | 'no-address';

/** Private and shared networks (RFC 1918, RFC 6598), this host, loopback, link-local, multicast and beyond. */
const NOT_PUBLIC_V4: [string, number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['224.0.0.0', 3],
];

/** Checks an IPv4 (dotted decimal) or IPv6 (RFC 4291, 2.2; no zone) address as it was typed, spaces round it aside. */
export function checkAddress(typed: string): AddressCheck {
  const address = typed.trim();
  const four = ipv4(address);
  if (four !== null) return isPublic4(four) ? 'public' : 'not-public';
  const six = ipv6(address);
  if (six === null) return 'no-address';
  return isPublic6(six) ? 'public' : 'not-public';
}

/** The four bytes; null: no address. Leading zeros are refused: some programs read them as octal. */
function ipv4(address: string): number[] | null {
  const parts = address.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^(?:0|[1-9]\d{0,2})$/.test(part))) return null;
  const bytes = parts.map(Number);
  return bytes.every((byte) => byte <= 255) ? bytes : null;
}

/** The eight groups of 16 bits; null: no address. */
function ipv6(address: string): number[] | null {
  const halves = address.split('::');
  if (halves.length > 2) return null;
  const [before, after] = halves.map((half, position) => groups(half, position === halves.length - 1));
  if (before === undefined || before === null || after === null) return null;
  if (after === undefined) return before.length === 8 ? before : null;
  const zeros = 8 - before.length - after.length;
  return zeros < 1 ? null : [...before, ...Array.from({ length: zeros }, () => 0), ...after];
}

/** `mayEndInIpv4`: the last 32 bits may be written as an IPv4 address. */
function groups(half: string, mayEndInIpv4: boolean): number[] | null {
  if (half === '') return [];
  const parts = half.split(':');
  const last = parts.at(-1) ?? '';
  const four = mayEndInIpv4 && last.includes('.') ? ipv4(last) : null;
  const hexadecimal = four === null ? parts : parts.slice(0, -1);
  if (!hexadecimal.every((part) => /^[0-9a-f]{1,4}$/i.test(part))) return null;
  const [a = 0, b = 0, c = 0, d = 0] = four ?? [];
  return [
    ...hexadecimal.map((part) => Number.parseInt(part, 16)),
    ...(four === null ? [] : [a * 256 + b, c * 256 + d]),
  ];
}

function isPublic4(bytes: number[]): boolean {
  return !NOT_PUBLIC_V4.some(([network, bits]) => {
    const size = 2 ** (32 - bits);
    return Math.floor(numeric(bytes) / size) === Math.floor(numeric(ipv4(network) ?? []) / size);
  });
}

function numeric(bytes: number[]): number {
  return bytes.reduce((sum, byte) => sum * 256 + byte, 0);
}

/** Global unicast is 2000::/3 (RFC 4291, 2.4); an IPv4 address in IPv6 form counts as the IPv4 address. */
function isPublic6(address: number[]): boolean {
  const [first = 0] = address;
  if (address.slice(0, 5).every((group) => group === 0) && address[5] === 0xffff) {
    const [high = 0, low = 0] = address.slice(6);
    return isPublic4([high >> 8, high & 255, low >> 8, low & 255]);
  }
  return first >> 13 === 1;
}
