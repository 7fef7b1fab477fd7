/** CAs as the history tells them apart: one key for all that Let's Encrypt proves to have issued, one per other name. */
import type { Issuer } from '../letsencrypt/issuer.ts';

/** `lets-encrypt`, `staging`, `claimed`, `local`, `unknown`, or `other:` and the name of the CA's organization. */
export type AuthorityKey = 'lets-encrypt' | 'staging' | 'claimed' | 'local' | 'unknown' | `other:${string}`;

export function authorityKey(issuer: Issuer): AuthorityKey {
  switch (issuer.is) {
    case 'proven':
      return issuer.environment === 'staging' ? 'staging' : 'lets-encrypt';
    case 'claimed':
    case 'local':
    case 'unknown':
      return issuer.is;
    case 'other':
      return `other:${issuer.organization ?? issuer.authority ?? ''}`;
  }
}
