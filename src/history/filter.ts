/** Which entries a person wants to see. */
import { authorityKey, type AuthorityKey } from './authority.ts';
import type { HistoryEntry } from './entry.ts';

export interface HistoryFilter {
  /** Part of the site's name; the empty string: every site. Case does not matter. */
  site: string;
  /** A CA that issued for the site on that day; null: any. */
  authority: AuthorityKey | null;
  /** Only entries with a contact. */
  contactsOnly: boolean;
  /** First and last day, `YYYY-MM-DD`; null: no bound. */
  from: string | null;
  to: string | null;
}

export const NO_FILTER: HistoryFilter = {
  site: '',
  authority: null,
  contactsOnly: false,
  from: null,
  to: null,
};

/** A test for single entries, so that a caller can go through many of them in its own time. */
export function matcher(filter: HistoryFilter) {
  const { authority, contactsOnly, from, to } = filter;
  const site = siteMatcher(filter);
  return (entry: HistoryEntry): boolean =>
    (from === null || entry.day >= from) &&
    (to === null || entry.day <= to) &&
    (!contactsOnly || entry.contacts.length > 0) &&
    site(entry.site) &&
    (authority === null || entry.issuers.some(({ issuer }) => authorityKey(issuer) === authority));
}

/** A test for names of sites alone. */
export function siteMatcher({ site }: HistoryFilter): (site: string) => boolean {
  const wanted = asciiSite(site);
  return (name) => name.includes(wanted);
}

/** What was typed, as hosts are recorded: `Bücher.example` → `xn--bcher-kva.example`; a pasted address → its host. */
function asciiSite(typed: string): string {
  const text = typed.trim().toLowerCase();
  const address = /^https?:\/\//.test(text) ? text : `https://${text}`;
  // Plain names are taken as typed: a part such as `.org` or `-shop` is no host of its own.
  if (/^[\x21-\x7e]*$/.test(text) && !text.includes('/')) return text;
  return URL.canParse(address) ? new URL(address).hostname : text;
}
