/**
 * The CAs of Let's Encrypt that can issue a certificate: roots and intermediates, production and staging.
 *
 * Two kinds of CA that stand on Let's Encrypt's pages are left out on purpose:
 * - DST Root CA X3 is IdenTrust's. It once cross-signed Let's Encrypt's intermediates, and it signed those of
 *   IdenTrust's other customers too, so its key says nothing about Let's Encrypt.
 * - ISRG Root OCSP X1 signs OCSP responses. It is no CA and issues nothing.
 *
 * This is the only module that imports `authorities.json`: a test build adds the test world's CAs to that file
 * while it is bundled, and nothing else may hold a second copy.
 */
import { parse } from 'valibot';
import type { AuthorityFacts } from './authority.ts';
import { AuthorityFactsSchema } from './authorities-schema.ts';
import authorities from './authorities.json' with { type: 'json' };

export const authorityFacts: AuthorityFacts = parse(AuthorityFactsSchema, authorities);
