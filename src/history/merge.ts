/** Takes what a report says into the entry of its site and day. */
import type { Answer } from '../exposure/exposure.ts';
import { CERTIFICATES, CONTACTS, ISSUERS } from './entry.ts';
import type { HistoryEntry, RecordedContact, SeenIssuer } from './entry.ts';
import type { Look } from './look.ts';

/** When and as what a look is taken in. */
export interface Moment {
  /** `YYYY-MM-DD`, where the user is. */
  day: string;
  /** Milliseconds since the epoch. */
  at: number;
  /** The answer that this same page view came to before, on this day; null: it is a new view. */
  before: Answer | null;
}

/**
 * The entry with the look in it. A report on a page changes while it loads; the last answer of each view counts, so
 * that the "cannot tell" of a page's first moments does not stay for the day.
 *
 * @param entry that of the same site and day; null: there is none yet
 */
export function merge(entry: HistoryEntry | null, look: Look, { day, at, before }: Moment): HistoryEntry {
  const contacts = addContacts(entry?.contacts ?? [], look.contacts);
  return {
    day,
    site: look.site,
    firstAt: Math.min(entry?.firstAt ?? at, at),
    lastAt: Math.max(entry?.lastAt ?? at, at),
    views: count(entry?.views ?? null, look.answer, before),
    issuers: addIssuer(entry?.issuers ?? [], look, at),
    contacts: contacts.slice(0, CONTACTS),
    moreContacts: (entry?.moreContacts ?? false) || contacts.length > CONTACTS,
  };
}

const NO_VIEWS: HistoryEntry['views'] = {
  'own-site': 0,
  asked: 0,
  'may-have-asked': 0,
  'cannot-tell': 0,
  'probably-not-asked': 0,
  'no-lets-encrypt': 0,
};

function count(known: HistoryEntry['views'] | null, now: Answer, before: Answer | null) {
  const views = { ...(known ?? NO_VIEWS) };
  // The entry may have been erased since the view was counted.
  if (before !== null && views[before] > 0) views[before] -= 1;
  views[now] += 1;
  return views;
}

/** An unknown issuer says nothing of a change: it stands only until one is known. */
function addIssuer(known: SeenIssuer[], { issuer, certificate }: Look, at: number): SeenIssuer[] {
  const fresh: SeenIssuer = { issuer, since: at, certificates: certificate === null ? [] : [certificate] };
  const last = known.at(-1);
  if (last === undefined) return [fresh];
  if (issuer.is === 'unknown') return last.issuer.is === 'unknown' ? [{ ...last, issuer }] : known;
  if (last.issuer.is === 'unknown') return [fresh];
  if (!sameIssuer(last, fresh)) return [...known, fresh].slice(-ISSUERS);
  const certificates = [...new Set([...last.certificates, ...fresh.certificates])].slice(-CERTIFICATES);
  return [...known.slice(0, -1), { ...last, certificates }];
}

function sameIssuer(one: SeenIssuer, other: SeenIssuer): boolean {
  return JSON.stringify(sorted(one.issuer)) === JSON.stringify(sorted(other.issuer));
}

function sorted(issuer: object): [string, unknown][] {
  return Object.entries(issuer).toSorted(([one], [other]) => (one < other ? -1 : 1));
}

/** A report repeats the contacts that an earlier one told of: each is taken once. */
function addContacts(known: RecordedContact[], told: RecordedContact[]): RecordedContact[] {
  const ids = new Set(known.map(contactId));
  return [...known, ...told.filter((contact) => !ids.has(contactId(contact)))];
}

function contactId({ host, channel, endpoint, at, means }: RecordedContact): string {
  return JSON.stringify([host, channel, endpoint, at, means]);
}
