/** What is kept of the hosts of a page. Pure transitions. */
import type { Contact } from '../../src/exposure/evidence.ts';
import { addressMark } from './address.ts';
import type { HostRecord, PageRecord } from './visit.ts';

/** Hosts kept for a page; the rest is counted. A record of this size stays far below the storage quota. */
export const HOSTS = 300;
/** Hosts kept for a page that the tab may return to. */
export const HOSTS_LEFT = 60;
/** Hosts that are counted; a page that has more is counted no further. */
const COUNTED = 5_000;
/** Contacts kept for a host; the oldest give way. */
const CONTACTS = 10;

/** What is known of a host on this page; null: nothing, or there was no room for it. */
export function hostOf(page: PageRecord, origin: string): HostRecord | null {
  return page.hosts.find((host) => host.origin === origin) ?? null;
}

export function isOmitted(page: PageRecord, origin: string): boolean {
  return page.omitted.length > 0 && page.omitted.includes(addressMark(origin));
}

/** Adds what was seen of a host. A sighting without a certificate never overwrites one with it. */
export function addHost(page: PageRecord, seen: HostRecord): void {
  const known = hostOf(page, seen.origin);
  if (known === null) {
    keep(page, seen);
    return;
  }
  const triedAt = known.triedAt ?? seen.triedAt;
  const { contacts } = known;
  // An answer from the cache tells of an earlier connection, so it never replaces word of this one.
  if (seen.certificate !== null && (known.certificate === null || !seen.fromCache))
    Object.assign(known, seen);
  known.triedAt = triedAt;
  known.contacts = contacts;
  for (const contact of seen.contacts) addContact(known, contact);
}

/** Where there is no room, a host that tells of a contact takes the place of one that tells of none. */
function keep(page: PageRecord, seen: HostRecord): void {
  // The page's own host always has room.
  const room = page.hosts.length < HOSTS || seen.origin === page.origin;
  const mark = addressMark(seen.origin);
  if (!room && !hasContact(seen)) {
    omit(page, mark);
    return;
  }
  if (!room) {
    const last = page.hosts.findLastIndex((host) => !hasContact(host) && host.origin !== page.origin);
    const [removed] = last < 0 ? [] : page.hosts.splice(last, 1);
    if (removed === undefined) {
      omit(page, mark);
      return;
    }
    omit(page, addressMark(removed.origin));
  }
  page.omitted = page.omitted.filter((other) => other !== mark);
  page.hosts.push(seen);
}

/** Keeps less of a page that the tab has left: its own host, hosts with contacts, and the first of the others. */
export function slim(page: PageRecord): void {
  if (page.hosts.length <= HOSTS_LEFT) return;
  const first = new Set(
    page.hosts
      .toSorted((one, other) => rank(page, one) - rank(page, other))
      .slice(0, HOSTS_LEFT)
      .map(({ origin }) => origin),
  );
  for (const { origin } of page.hosts) if (!first.has(origin)) omit(page, addressMark(origin));
  page.hosts = page.hosts.filter(({ origin }) => first.has(origin));
}

function rank(page: PageRecord, host: HostRecord): number {
  if (host.origin === page.origin) return 0;
  return hasContact(host) ? 1 : 2;
}

function hasContact(host: HostRecord): boolean {
  return host.triedAt !== null || host.contacts.length > 0;
}

function omit(page: PageRecord, mark: number): void {
  if (page.omitted.length < COUNTED && !page.omitted.includes(mark)) page.omitted.push(mark);
}

/** Adds a request that was seen leaving for the host's CA; the same one is added once. */
export function addContact(host: HostRecord, contact: Contact): void {
  if (host.contacts.some(({ at, endpoint }) => at === contact.at && endpoint === contact.endpoint)) return;
  host.contacts = [...host.contacts, contact].toSorted((one, other) => one.at - other.at).slice(-CONTACTS);
}
