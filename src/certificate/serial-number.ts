import { hex } from './hex.ts';

/**
 * A serial number as `openssl x509 -serial` prints it, in lower case: the hexadecimal of its magnitude, without the
 * octet that only carries the sign; a negative one (RFC 5280, 4.1.2.2 forbids it, some exist) gets a `-`.
 *
 * @param content an INTEGER's content octets, at least one.
 */
export function serialText(content: Uint8Array): string {
  if ((content[0] ?? 0) < 0x80) {
    return hex(content.length > 1 && content[0] === 0 ? content.subarray(1) : content);
  }
  const magnitude = (1n << BigInt(content.length * 8)) - BigInt(`0x${hex(content)}`);
  const digits = magnitude.toString(16);
  return `-${digits.length % 2 === 0 ? digits : `0${digits}`}`;
}
