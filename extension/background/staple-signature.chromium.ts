/** Whether the OCSP response that a site stapled to the companion's connection comes from the certificate's issuer. */
import { readCertificate } from '../../src/certificate/read.ts';
import type { Verification } from '../../src/certificate/signature.ts';
import { authorityFacts } from '../../src/letsencrypt/facts.ts';
import { provenIssuerKey } from '../../src/letsencrypt/issuer-key.ts';
import { verifyOcspResponse } from '../../src/revocation/ocsp-signature.ts';

/**
 * Verifies the response with the key of the CA that is proven to have issued the certificate.
 *
 * @param response DER of the OCSPResponse
 * @param leaf DER of the certificate
 * @returns never throws; `cannot-verify` also where no CA of the facts issued the certificate
 */
export async function verifyStaple(response: Uint8Array, leaf: Uint8Array): Promise<Verification> {
  try {
    const certificate = await readCertificate(leaf);
    const key = await provenIssuerKey(certificate, authorityFacts.authorities);
    return key === null ? 'cannot-verify' : await verifyOcspResponse(response, certificate, key);
  } catch {
    return 'cannot-verify';
  }
}
