/** Whose service an endpoint is that a certificate names. */
import { endpoint } from './endpoint.ts';
import type { Issuer } from './issuer.ts';

export type Recipient = 'lets-encrypt' | 'another' | 'unknown';

/**
 * Who would receive a request to an endpoint (OCSP, CRL or issuer URL) named by a certificate of this issuer.
 *
 * The table of hosts comes first, whoever issued the certificate: a request to `ye1.c.lencr.org` reaches Let's Encrypt
 * though an impostor named it, and one to `crl.identrust.com` does not, though Let's Encrypt did. A host outside the
 * table belongs to the CA that named it, as far as it is known who that was.
 *
 * @param url the endpoint as the certificate names it; null: none
 */
export function recipientOf(url: string | null, issuer: Issuer): Recipient {
  if (url === null || !URL.canParse(url)) return 'unknown';
  const known = endpoint(url);
  if (known !== null) return known.operator === "Let's Encrypt" ? 'lets-encrypt' : 'another';
  switch (issuer.is) {
    case 'proven':
      return 'lets-encrypt';
    case 'other':
    case 'local':
      return 'another';
    // It may be an impostor, or a CA of Let's Encrypt that is newer than the facts.
    case 'claimed':
    case 'unknown':
      return 'unknown';
  }
}
