/** The world's Let's-Encrypt-shaped CAs as facts, for test builds to add to the released table. */
import type { AuthorityFacts } from '../../../src/letsencrypt/authority.ts';
import type { Authorities } from './authorities.ts';

/** `now`: milliseconds since the epoch. */
export function authorityFacts(authorities: Authorities, now: number): AuthorityFacts {
  const all = [...Object.values(authorities.roots), ...Object.values(authorities.issuers)];
  const asOf = new Date(now).toISOString().slice(0, 10);
  return {
    asOf,
    source: { title: 'Local test world', url: 'https://localhost/', date: asOf },
    authorities: all.flatMap((authority) =>
      authority.letsEncrypt === null || !authority.inFacts
        ? []
        : [
            {
              commonName: authority.name.commonName,
              organization: authority.name.organization,
              country: authority.name.country,
              role: authority.role,
              environment: authority.letsEncrypt,
              status: authority.role === 'root' ? ('root' as const) : ('active' as const),
              spki: authority.keyPair.spki.toString('base64'),
              keyIdentifier: authority.keyIdentifier.toString('hex'),
            },
          ],
    ),
  };
}
