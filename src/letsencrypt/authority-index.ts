/** The table of authorities, arranged for finding those that a certificate names as its issuer. */
import type { Certificate } from '../certificate/certificate.ts';
import type { Authority } from './authority.ts';
import { authorityNameKey, nameKey } from './same-name.ts';

export interface Candidate {
  authority: Authority;
  /** DER of SubjectPublicKeyInfo. */
  spki: Uint8Array;
}

export interface AuthorityIndex {
  /** The authorities that bear the name of the certificate's issuer; those whose key it names as well come first. */
  namedAsIssuerOf(certificate: Certificate): Candidate[];
}

/**
 * Finding goes by name: a CA is its subject together with its key, and some of Let's Encrypt's share a key
 * (Authority X1 and X3, X2 and X4). The authority key identifier only orders the candidates. It may be missing,
 * unreadable or wrong, and no certificate is proven or refused by it.
 */
export function indexAuthorities(authorities: readonly Authority[]): AuthorityIndex {
  const byName = new Map<string, Authority[]>();
  for (const authority of authorities) {
    const key = authorityNameKey(authority);
    const named = byName.get(key);
    if (named === undefined) byName.set(key, [authority]);
    else named.push(authority);
  }
  return {
    namedAsIssuerOf({ issuer, authorityKeyIdentifier }) {
      const hinted = ({ keyIdentifier }: Authority): number =>
        keyIdentifier === authorityKeyIdentifier ? 0 : 1;
      return (byName.get(nameKey(issuer)) ?? [])
        .toSorted((a, b) => hinted(a) - hinted(b))
        .map((authority) => ({ authority, spki: bytes(authority.spki) }));
    },
  };
}

function bytes(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
