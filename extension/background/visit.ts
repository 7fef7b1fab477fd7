/** One tab's record: the pages it shows or is about to show, and what was seen of their hosts. Pure transitions. */
import * as v from 'valibot';
import type { Contact } from '../../src/exposure/evidence.ts';
import { CHANNELS } from '../../src/revocation/channel.ts';

const Origin = v.pipe(v.string(), v.regex(/^https?:\/\/[^/]+$/));

/** A request seen leaving for an endpoint that the host's certificate names; `Contact` of `src/exposure/evidence.ts`. */
const ContactSchema = v.object({
  channel: v.picklist(CHANNELS),
  endpoint: v.string(),
  /** Milliseconds since the epoch. */
  at: v.number(),
  means: v.picklist(['proxy-request', 'web-request']),
});

const HostSchema = v.object({
  origin: Origin,
  /** SHA-256 of the end-entity certificate; null: none was shown. */
  certificate: v.nullable(v.string()),
  builtInRoot: v.nullable(v.boolean()),
  usedOcsp: v.nullable(v.boolean()),
  fromCache: v.boolean(),
  /** When the certificate was seen, milliseconds since the epoch. */
  at: v.number(),
  /** When the browser reported that it tried OCSP, milliseconds since the epoch. */
  triedAt: v.nullable(v.number()),
  /** In order of time, at most `CONTACTS`. */
  contacts: v.optional(v.array(ContactSchema), []),
});

const PageSchema = v.object({
  /** The request that brought the page; null: the page was there before this record. */
  requestId: v.nullable(v.string()),
  /** The origin of the page, or of its latest redirect while it is on its way. */
  origin: Origin,
  startedAt: v.number(),
  /** In order of appearance; the page's own host is one of them. */
  hosts: v.array(HostSchema),
  /** Hosts that were seen and not kept. */
  omitted: v.number(),
});

export const VisitSchema = v.object({
  version: v.literal(1),
  private: v.boolean(),
  /** Newest first. More than one, since a page on its way may never be shown, and the Back button returns. */
  pages: v.array(PageSchema),
});

export type HostRecord = v.InferOutput<typeof HostSchema>;
export type PageRecord = v.InferOutput<typeof PageSchema>;
export type VisitRecord = v.InferOutput<typeof VisitSchema>;

/** Pages kept for a tab: one on its way, the one shown, and the one before. */
const PAGES = 3;
/** Hosts kept for a page; the rest is counted. A record of this size stays far below the storage quota. */
export const HOSTS = 300;
/** Contacts kept for a host; the oldest give way. */
const CONTACTS = 10;

export function emptyVisit(isPrivate: boolean): VisitRecord {
  return { version: 1, private: isPrivate, pages: [] };
}

/** A response for the page itself: starts its record, or moves it on after a redirect. */
export function arrive(visit: VisitRecord, requestId: string, origin: string, at: number): PageRecord {
  const known = visit.pages.find((page) => page.requestId === requestId);
  if (known !== undefined) {
    known.origin = origin;
    return known;
  }
  const page: PageRecord = { requestId, origin, startedAt: at, hosts: [], omitted: 0 };
  visit.pages = [page, ...visit.pages].slice(0, PAGES);
  return page;
}

/** The response turned out to show no page: a download, a 204. */
export function abandon(visit: VisitRecord, requestId: string): void {
  visit.pages = visit.pages.filter((page) => page.requestId !== requestId);
}

/** The newest page of this origin; null: none was seen. */
export function pageAt(visit: VisitRecord, origin: string): PageRecord | null {
  return visit.pages.find((page) => page.origin === origin) ?? null;
}

/** The page that a request belongs to: the newest of the origin that it names, else the newest; null: none yet. */
export function findPage(visit: VisitRecord, pageOrigin: string | null): PageRecord | null {
  return pageOrigin === null ? (visit.pages[0] ?? null) : pageAt(visit, pageOrigin);
}

/**
 * The page that a request belongs to.
 * Where none is known (the extension was installed on an open tab, a service worker made the page) one begins.
 */
export function pageOf(visit: VisitRecord, pageOrigin: string | null, at: number): PageRecord | null {
  const known = findPage(visit, pageOrigin);
  if (known !== null || pageOrigin === null) return known;
  const page: PageRecord = { requestId: null, origin: pageOrigin, startedAt: at, hosts: [], omitted: 0 };
  visit.pages = [page, ...visit.pages].slice(0, PAGES);
  return page;
}

/** Adds what was seen of a host. A sighting without a certificate never overwrites one with it. */
export function addHost(page: PageRecord, seen: HostRecord): void {
  const known = page.hosts.find((host) => host.origin === seen.origin);
  if (known === undefined) {
    // The page's own host always has room.
    if (page.hosts.length < HOSTS || seen.origin === page.origin) page.hosts.push(seen);
    else page.omitted += 1;
    return;
  }
  const triedAt = known.triedAt ?? seen.triedAt;
  const { contacts } = known;
  // An answer from the cache tells of an earlier connection, so it never replaces word of this one.
  if (seen.certificate !== null && (known.certificate === null || !seen.fromCache))
    Object.assign(known, seen);
  known.triedAt = triedAt;
  known.contacts = contacts;
}

/** Adds a request that was seen leaving for the host's CA; the same one is added once. */
export function addContact(host: HostRecord, contact: Contact): void {
  if (host.contacts.some(({ at, endpoint }) => at === contact.at && endpoint === contact.endpoint)) return;
  host.contacts = [...host.contacts, contact].toSorted((one, other) => one.at - other.at).slice(-CONTACTS);
}
