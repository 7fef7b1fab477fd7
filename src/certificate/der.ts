/**
 * Elements of the Distinguished Encoding Rules (X.690, 10 and 11), strictly: one way to write each value.
 *
 * The ASN.1 library reads the looser Basic Encoding Rules. A certificate's parts are found here instead, so that
 * what the signature covers, and the names that are compared byte for byte, are the very bytes that came in.
 */
import { UnreadableCertificate } from './certificate.ts';

/** Identifier octets that certificates use (X.690, 8.1.2; [n] is context-specific and constructed). */
export const TAG = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  null: 0x05,
  objectIdentifier: 0x06,
  sequence: 0x30,
  set: 0x31,
} as const;

/** Where one element lies: offsets into `source`. */
export interface Element {
  source: Uint8Array;
  /** The identifier octet. */
  tag: number;
  start: number;
  contentStart: number;
  end: number;
}

/** An `UnreadableCertificate` for bytes that break X.690; `offset` is where. */
export function notDer(what: string, offset: number): UnreadableCertificate {
  return new UnreadableCertificate('not-der', `${what} at byte ${offset}`);
}

/**
 * The element that starts at `offset` and must end at or before `limit`.
 *
 * @throws UnreadableCertificate `not-der`: no such element, an indefinite length, a length written longer than
 * needed, or a tag number above 30, which no certificate uses.
 */
export function elementAt(source: Uint8Array, offset: number, limit: number): Element {
  const tag = source[offset];
  const first = source[offset + 1];
  if (tag === undefined || first === undefined || offset + 2 > limit)
    throw notDer('the bytes end too early', offset);
  if ((tag & 0x1f) === 0x1f) throw notDer('a tag number above 30', offset);
  let contentStart = offset + 2;
  let length = first;
  if (first >= 0x80) {
    const octets = first & 0x7f;
    if (octets === 0) throw notDer('an indefinite length', offset);
    // Four octets already say more than 16 MiB; a certificate here has at most 64 KiB.
    if (octets > 3) throw notDer('a length beyond the end', offset);
    if (contentStart + octets > limit) throw notDer('the bytes end too early', offset);
    length = 0;
    for (let index = 0; index < octets; index++) length = length * 256 + (source[contentStart + index] ?? 0);
    if (length < 0x80 || length < 256 ** (octets - 1))
      throw notDer('a length that is not the shortest', offset);
    contentStart += octets;
  }
  const end = contentStart + length;
  if (end > limit)
    throw notDer(`an element of ${length} bytes where ${limit - contentStart} are left`, offset);
  return { source, tag, start: offset, contentStart, end };
}

/** The elements within a constructed element, in order. Throws as `elementAt`. */
export function childrenOf(parent: Element): Element[] {
  const children: Element[] = [];
  for (let offset = parent.contentStart; offset < parent.end;) {
    const child = elementAt(parent.source, offset, parent.end);
    children.push(child);
    offset = child.end;
  }
  return children;
}

/** A copy of the element's content, without identifier and length. */
export function contentOf(element: Element): Uint8Array<ArrayBuffer> {
  return new Uint8Array(element.source.subarray(element.contentStart, element.end));
}

/** A copy of the whole element. */
export function bytesOf(element: Element): Uint8Array<ArrayBuffer> {
  return new Uint8Array(element.source.subarray(element.start, element.end));
}
