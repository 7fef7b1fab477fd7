/** SubjectPublicKeyInfo (RFC 5280, 4.1.2.7; RFC 5480 for elliptic curves). */
import { SubjectPublicKeyInfo } from '@peculiar/asn1-x509';
import { parseDer } from './asn1.ts';
import { contentOf, elementAt, TAG } from './der.ts';
import { dottedIdentifier } from './object-identifier.ts';

export const EC_PUBLIC_KEY = '1.2.840.10045.2.1';
export const RSA_ENCRYPTION = '1.2.840.113549.1.1.1';

export interface KeyKind {
  /** Dotted OID of the key's algorithm. */
  algorithm: string;
  /** Dotted OID of the named curve; null: not an EC key, or one with a curve of its own (RFC 5480, 2.1.1). */
  curve: string | null;
}

/**
 * Which kind of key this is.
 *
 * @param spki DER of SubjectPublicKeyInfo.
 * @throws when it is not one.
 */
export function keyKind(spki: Uint8Array): KeyKind {
  const { algorithm, parameters } = parseDer(spki, SubjectPublicKeyInfo).algorithm;
  if (algorithm !== EC_PUBLIC_KEY || !parameters) return { algorithm, curve: null };
  const bytes = new Uint8Array(parameters);
  const curve = elementAt(bytes, 0, bytes.length);
  return { algorithm, curve: curve.tag === TAG.objectIdentifier ? dottedIdentifier(contentOf(curve)) : null };
}
