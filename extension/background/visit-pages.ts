/**
 * Which page of a tab is meant: on its way, shown, shown again. Pure transitions of a visit.
 *
 * Browsers tell of a response before they show its page, and of some pages they show without one: those of the
 * back/forward cache, of a service worker, and an address that a script changed. What the tab shows is told by its
 * address alone, so pages are matched by that.
 */
import { addHost, slim } from './page-hosts.ts';
import type { PageRecord, VisitRecord } from './visit.ts';

/** Pages kept for a tab: those on their way, the one shown, and those that the Back button returns to. */
const PAGES = 6;
/** Addresses kept for a page. */
const ADDRESSES = 30;

export interface Arrival {
  requestId: string;
  origin: string;
  address: number;
  /** Milliseconds since the epoch. */
  at: number;
}

/** What the tab shows from now on. */
export interface Commit {
  origin: string;
  address: number;
  /** Only the address changed, not the document; null: the browser does not tell. */
  sameDocument: boolean | null;
  /** Milliseconds since the epoch. */
  at: number;
}

export function shownPage(visit: VisitRecord): PageRecord | null {
  return visit.pages.find(({ id }) => id === visit.shown) ?? null;
}

/** The page that a tab at this address shows; null: nothing was seen of it. */
export function pageAt(visit: VisitRecord, origin: string, address: number): PageRecord | null {
  const shown = shownPage(visit);
  if (shown?.addresses.includes(address) === true) return shown;
  return (
    visit.pages.find((page) => page.addresses.includes(address)) ??
    [shown, ...visit.pages.filter(({ committed }) => committed)].find((page) => page?.origin === origin) ??
    null
  );
}

export function addPage(visit: VisitRecord, page: Omit<PageRecord, 'id' | 'hosts' | 'omitted'>): PageRecord {
  const added: PageRecord = { ...page, id: visit.next, hosts: [], omitted: [] };
  visit.next += 1;
  visit.pages = [added, ...visit.pages];
  const kept = visit.pages.filter(({ id }, at) => at < PAGES || id === visit.shown);
  visit.pages = kept;
  for (const left of kept.slice(2)) if (left.id !== visit.shown) slim(left);
  return added;
}

/** A response for the page itself: starts its record, or moves it on after a redirect. */
export function arrive(visit: VisitRecord, { requestId, origin, address, at }: Arrival): PageRecord {
  const known = visit.pages.find((page) => page.requestId === requestId);
  if (known !== undefined) {
    if (!known.committed) Object.assign(known, { origin, addresses: [address] });
    return known;
  }
  const shown = shownPage(visit);
  // The tab is said to show a page of which nothing is known yet: this is its response, told late, or that of a reload.
  if (shown?.requestId === null && shown.hosts.length === 0 && shown.addresses.includes(address)) {
    Object.assign(shown, { requestId, shownAgainAt: null, startedAt: at });
    return shown;
  }
  return addPage(visit, {
    requestId,
    origin,
    addresses: [address],
    documents: [],
    startedAt: at,
    committed: false,
    shownAgainAt: null,
    movedAt: null,
  });
}

/**
 * The response turned out to show no page: a download, a 204. What was seen on the way to it belongs to the page that
 * stays.
 */
export function abandon(visit: VisitRecord, requestId: string): void {
  const gone = visit.pages.find((page) => page.requestId === requestId && !page.committed);
  if (gone === undefined) return;
  visit.pages = visit.pages.filter((page) => page !== gone);
  const stays = shownPage(visit);
  if (stays !== null) for (const host of gone.hosts) addHost(stays, host);
}

/** The tab shows no site. */
export function leave(visit: VisitRecord): void {
  visit.shown = null;
}

/** The tab shows this address. */
export function commit(visit: VisitRecord, { origin, address, sameDocument, at }: Commit): void {
  const current = shownPage(visit);
  const arrived = visit.pages.find((page) => !page.committed && page.addresses.includes(address));
  if (arrived !== undefined && sameDocument !== true) {
    arrived.committed = true;
    visit.shown = arrived.id;
    // Whatever set out before it will not come any more.
    visit.pages = visit.pages.filter(({ committed, id }) => committed || id > arrived.id);
    return;
  }
  if (current !== null && sameDocument !== false && current.addresses.includes(address)) {
    // A worker may have made the page anew.
    if (current.addresses.at(-1) === address && sameDocument === null) current.movedAt = at;
    moveTo(current, address);
    return;
  }
  const left =
    sameDocument === true
      ? undefined
      : visit.pages.find((page) => page !== current && page.addresses.includes(address));
  if (left !== undefined) {
    visit.shown = left.id;
    left.shownAgainAt = at;
    return;
  }
  if (current?.origin === origin && sameDocument !== false) {
    moveTo(current, address);
    if (sameDocument === null) current.movedAt = at;
    return;
  }
  visit.shown = addPage(visit, {
    requestId: null,
    origin,
    addresses: [address],
    documents: [],
    startedAt: at,
    committed: true,
    shownAgainAt: at,
    movedAt: null,
  }).id;
}

function moveTo(page: PageRecord, address: number): void {
  page.addresses = [...page.addresses.filter((other) => other !== address), address].slice(-ADDRESSES);
}
