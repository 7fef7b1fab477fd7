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
  const byName = new Map<string, Candidate[]>();
  for (const authority of authorities) {
    const key = authorityNameKey(authority);
    const candidate = {
      authority,
      spki: Uint8Array.from(atob(authority.spki), (char) => char.charCodeAt(0)),
    };
    const named = byName.get(key);
    if (named === undefined) byName.set(key, [candidate]);
    else named.push(candidate);
  }
  return {
    namedAsIssuerOf({ issuer, authorityKeyIdentifier }) {
      const named = byName.get(nameKey(issuer)) ?? [];
      const hinted = ({ authority }: Candidate): number =>
        authority.keyIdentifier === authorityKeyIdentifier ? 0 : 1;
      return named.toSorted((a, b) => hinted(a) - hinted(b));
    },
  };
}
