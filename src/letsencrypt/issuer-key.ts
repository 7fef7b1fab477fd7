/** The key that a certificate is proven to be signed with. */
import type { Certificate } from '../certificate/certificate.ts';
import { isSignedBy } from '../certificate/signature.ts';
import type { Authority } from './authority.ts';
import { indexAuthorities } from './authority-index.ts';

/**
 * The key of the CA in the table that issued a certificate: the one that proves `authority-key`. A key from the chain
 * is never taken, since whoever sends a chain can make one that fits a given signature.
 *
 * @returns DER of SubjectPublicKeyInfo; null: no CA of the table signed it
 */
export async function provenIssuerKey(
  certificate: Certificate,
  authorities: readonly Authority[],
): Promise<Uint8Array | null> {
  for (const { spki } of indexAuthorities(authorities).namedAsIssuerOf(certificate)) {
    if ((await isSignedBy(certificate, spki)) === 'verified') return spki;
  }
  return null;
}
