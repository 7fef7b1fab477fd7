/** Key pairs of the world, and the identifiers that certificates make of them. */
import { createHash, generateKeyPair, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';
import { AsnConvert } from '@peculiar/asn1-schema';
import { SubjectPublicKeyInfo } from '@peculiar/asn1-x509';

const generate = promisify(generateKeyPair);

export type KeyKind = 'rsa' | 'p256' | 'p384';

export interface Key {
  kind: KeyKind;
  privateKey: KeyObject;
  /** DER of SubjectPublicKeyInfo. */
  spki: Buffer;
}

/** A fresh key. RSA keys have 2048 bits also where the genuine CA has 4096: making those takes seconds. */
export async function newKey(kind: KeyKind): Promise<Key> {
  const pair =
    kind === 'rsa'
      ? await generate('rsa', { modulusLength: 2048 })
      : await generate('ec', { namedCurve: kind === 'p256' ? 'P-256' : 'P-384' });
  return { kind, privateKey: pair.privateKey, spki: pair.publicKey.export({ type: 'spki', format: 'der' }) };
}

/** RFC 5280, 4.2.1.2 (`sha1`, as ISRG Root X1 and X2 have it) or RFC 7093, 2, method 1 (`sha256`, every CA since 2024). */
export function keyIdentifier(key: Key, digest: 'sha1' | 'sha256' = 'sha256'): Buffer {
  const bits = AsnConvert.parse(key.spki, SubjectPublicKeyInfo).subjectPublicKey;
  return createHash(digest).update(Buffer.from(bits)).digest().subarray(0, 20);
}

/** Base64 SHA-256 of the SubjectPublicKeyInfo: the form of HTTP public key pins (RFC 7469, 2.4). */
export function spkiPin(key: Key): string {
  return createHash('sha256').update(key.spki).digest('base64');
}
