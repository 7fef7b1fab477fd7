/** DER written by hand, so that tests can also write what no library would. */

export type Bytes = Uint8Array | readonly number[];

/** An element: identifier octet, shortest length, content. */
export function tlv(tag: number, ...content: Bytes[]): Buffer {
  const parts = content.map((part) => (part instanceof Uint8Array ? part : Uint8Array.from(part)));
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  return Buffer.concat([Uint8Array.of(tag), lengthOctets(length), ...parts]);
}

/** The shortest form. */
export function lengthOctets(length: number): Uint8Array {
  if (length < 0x80) return Uint8Array.of(length);
  const octets: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) octets.unshift(rest % 256);
  return Uint8Array.of(0x80 | octets.length, ...octets);
}

export function sequence(...content: Bytes[]): Buffer {
  return tlv(0x30, ...content);
}

export function oid(dotted: string): Buffer {
  const [first = 0, second = 0, ...others] = dotted.split('.').map(Number);
  return tlv(0x06, [first * 40 + second, ...others].flatMap(arcOctets));
}

function arcOctets(arc: number): number[] {
  const octets = [arc % 128];
  for (let rest = Math.floor(arc / 128); rest > 0; rest = Math.floor(rest / 128))
    octets.unshift(128 + (rest % 128));
  return octets;
}

export function boolean(value: boolean): Buffer {
  return tlv(0x01, [value ? 0xff : 0x00]);
}

export function integer(...octets: number[]): Buffer {
  return tlv(0x02, octets);
}

export function octetString(...content: Bytes[]): Buffer {
  return tlv(0x04, ...content);
}

/** A BIT STRING of whole octets. */
export function bitString(...content: Bytes[]): Buffer {
  return tlv(0x03, [0], ...content);
}

/** A string of any kind: its tag, and its octets or ASCII text. */
export function text(tag: number, value: string | Bytes): Buffer {
  return tlv(tag, typeof value === 'string' ? Buffer.from(value, 'latin1') : value);
}

export const NULL = tlv(0x05);
