/** Is a certificate, or something else that a CA signs the same way, signed with this key? */
import type { Certificate } from './certificate.ts';
import { concatenatedSignature } from './ecdsa-signature.ts';
import { EC_PUBLIC_KEY, keyKind, RSA_ENCRYPTION, type KeyKind } from './public-key.ts';

/**
 * `not-verified`: the signature is not one that this key made. `cannot-verify`: nothing is known, because the
 * algorithm is not one of those below, does not belong to this kind of key, or the key cannot be used.
 */
export type Verification = 'verified' | 'not-verified' | 'cannot-verify';

/** RSA PKCS#1 v1.5 (RFC 4055, 5) and ECDSA (RFC 5758, 3.2). */
const ALGORITHMS: Readonly<Record<string, { key: string; hash: string }>> = {
  '1.2.840.113549.1.1.11': { key: RSA_ENCRYPTION, hash: 'SHA-256' },
  '1.2.840.113549.1.1.12': { key: RSA_ENCRYPTION, hash: 'SHA-384' },
  '1.2.840.113549.1.1.13': { key: RSA_ENCRYPTION, hash: 'SHA-512' },
  '1.2.840.10045.4.3.2': { key: EC_PUBLIC_KEY, hash: 'SHA-256' },
  '1.2.840.10045.4.3.3': { key: EC_PUBLIC_KEY, hash: 'SHA-384' },
  '1.2.840.10045.4.3.4': { key: EC_PUBLIC_KEY, hash: 'SHA-512' },
};

/** RFC 5480, 2.1.1.1. */
const CURVES: Readonly<Record<string, { name: string; size: number }>> = {
  '1.2.840.10045.3.1.7': { name: 'P-256', size: 32 },
  '1.3.132.0.34': { name: 'P-384', size: 48 },
};

/** Bytes with a signature over them: a certificate, or an OCSP response (RFC 6960, 4.2.1). */
export type Signed = Pick<Certificate, 'signed' | 'signature'>;

async function verifyRsa(certificate: Signed, spki: Uint8Array, hash: string): Promise<boolean> {
  const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash };
  const key = await crypto.subtle.importKey('spki', new Uint8Array(spki), algorithm, false, ['verify']);
  const { signature, signed } = certificate;
  return crypto.subtle.verify(algorithm, key, new Uint8Array(signature.value), new Uint8Array(signed));
}

async function verifyEcdsa(
  certificate: Signed,
  spki: Uint8Array,
  hash: string,
  curve: { name: string; size: number },
): Promise<boolean> {
  const algorithm = { name: 'ECDSA', namedCurve: curve.name, hash };
  const key = await crypto.subtle.importKey('spki', new Uint8Array(spki), algorithm, false, ['verify']);
  const signature = concatenatedSignature(certificate.signature.value, curve.size);
  return (
    signature !== null && crypto.subtle.verify(algorithm, key, signature, new Uint8Array(certificate.signed))
  );
}

/**
 * Verifies a certificate's signature (RFC 5280, 6.1.3 (a)(1)) with RSA PKCS#1 v1.5 or ECDSA over P-256 or P-384, with
 * SHA-256, SHA-384 or SHA-512. Nothing but the signature is looked at: not names, dates, or what the key may sign.
 *
 * @param spki DER of the presumed issuer's SubjectPublicKeyInfo.
 * @returns never throws; what cannot be verified is said to be so.
 */
export async function isSignedBy(certificate: Signed, spki: Uint8Array): Promise<Verification> {
  const algorithm = ALGORITHMS[certificate.signature.algorithm];
  if (!algorithm) return 'cannot-verify';
  try {
    const kind: KeyKind = keyKind(spki);
    if (kind.algorithm !== algorithm.key) return 'cannot-verify';
    const curve = kind.curve === null ? undefined : CURVES[kind.curve];
    if (algorithm.key === EC_PUBLIC_KEY && !curve) return 'cannot-verify';
    const verified = await (curve
      ? verifyEcdsa(certificate, spki, algorithm.hash, curve)
      : verifyRsa(certificate, spki, algorithm.hash));
    return verified ? 'verified' : 'not-verified';
  } catch {
    return 'cannot-verify';
  }
}
