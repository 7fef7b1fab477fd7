/** ECDSA signatures: from the form of certificates to that of WebCrypto. */
import { childrenOf, contentOf, TAG, type Element } from './der.ts';
import { checkDer } from './der-check.ts';

/** A positive INTEGER as `size` octets, big-endian; null: it is negative, or too large for the curve. */
function fixedLength(integer: Element, size: number): Uint8Array | null {
  const content = contentOf(integer);
  if (integer.tag !== TAG.integer || (content[0] ?? 0x80) >= 0x80) return null;
  const magnitude = content[0] === 0 ? content.subarray(1) : content;
  if (magnitude.length > size) return null;
  const octets = new Uint8Array(size);
  octets.set(magnitude, size - magnitude.length);
  return octets;
}

/**
 * ECDSA-Sig-Value (RFC 5480, appendix A: SEQUENCE of r and s) to r and s side by side (IEEE P1363), as
 * `crypto.subtle.verify` takes it.
 *
 * @param der the signature in a certificate.
 * @param size octets in a number of the curve: 32 for P-256, 48 for P-384.
 * @returns 2 × size octets; null: no such signature, so it verifies under no key of this curve.
 */
export function concatenatedSignature(der: Uint8Array, size: number): Uint8Array<ArrayBuffer> | null {
  let numbers: Element[];
  try {
    const sequence = checkDer(der);
    numbers = sequence.tag === TAG.sequence && sequence.end === der.length ? childrenOf(sequence) : [];
  } catch {
    return null;
  }
  const [r, s, ...others] = numbers.map((number) => fixedLength(number, size));
  if (!r || !s || others.length > 0) return null;
  const signature = new Uint8Array(size * 2);
  signature.set(r, 0);
  signature.set(s, size);
  return signature;
}
