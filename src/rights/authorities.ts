/** The supervisory authorities of the European Economic Area, with whom complaints are lodged (GDPR, Art. 77). */
import * as v from 'valibot';
import facts from './supervisory-authorities.json' with { type: 'json' };
import { AuthorityFactsSchema, type SupervisoryAuthority } from './authorities-schema.ts';

export const supervisoryAuthorities = v.parse(AuthorityFactsSchema, facts);

/** The authorities of whole countries, in the order of their codes. */
export function countryAuthorities(): SupervisoryAuthority[] {
  return supervisoryAuthorities.authorities.filter(({ state }) => state === null);
}

/** The authorities of a country's states; empty where the country has none of their own. */
export function stateAuthorities(country: string): SupervisoryAuthority[] {
  return supervisoryAuthorities.authorities.filter(
    ({ code, state }) => state !== null && code.startsWith(`${country}-`),
  );
}

/** The authority for a code such as `AT` or `DE-BE`; null: there is none in the list. */
export function authorityFor(code: string): SupervisoryAuthority | null {
  return supervisoryAuthorities.authorities.find((authority) => authority.code === code) ?? null;
}
