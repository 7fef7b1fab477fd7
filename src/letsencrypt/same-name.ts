/** When two distinguished names are one. */
import type { Name, NameAttribute } from '../certificate/certificate.ts';
import type { Authority } from './authority.ts';

const COMMON_NAME = '2.5.4.3';
const COUNTRY = '2.5.4.6';
const ORGANIZATION = '2.5.4.10';

/**
 * A string that is the same for two names exactly when they match: the same attributes in the same order, their
 * values compared without regard to case, to the width of white space or to the ASN.1 string type
 * (RFC 5280, 7.1, with the string preparation of RFC 4518, 2).
 */
export function nameKey(name: Pick<Name, 'attributes'>): string {
  return JSON.stringify(name.attributes.map(({ type, value }) => [type, prepared(value)]));
}

/** The name key of an authority, whose certificates list country, organization and common name in this order. */
export function authorityNameKey(authority: Authority): string {
  const values: [type: string, value: string | null][] = [
    [COUNTRY, authority.country],
    [ORGANIZATION, authority.organization],
    [COMMON_NAME, authority.commonName],
  ];
  const attributes: NameAttribute[] = [];
  for (const [type, value] of values) if (value !== null) attributes.push({ type, value });
  return nameKey({ attributes });
}

/** A name's value as RFC 4518 prepares it for comparison: characters without a width go, space runs become one. */
export function prepared(value: string): string {
  return value
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .toLowerCase();
}
