/**
 * The visits of the open tabs.
 *
 * Life of a visit: born with the first event seen for a tab; changed by each response that brings something new and by
 * each change of the tab's address; dies when the tab is closed, at the latest when the next worker starts.
 * It is kept in memory and, by visit-store.ts, over the death of the worker, which may come at any moment.
 * Changes of one tab happen one after the other, in the order of the browser's events, so that none overwrites another.
 */
import type { Place } from '../../src/exposure/attribution.ts';
import type { Contact } from '../../src/exposure/evidence.ts';
import type { RecordTrouble } from '../../src/exposure/exposure.ts';
import { learnCertificate, type KnownCertificate } from './certificate-facts.ts';
import { hostSeen } from './host-seen.ts';
import { Looks } from './looks.ts';
import type { Observation, Observer, Want } from './observation.ts';
import { rememberOrigin } from './origins.ts';
import { addContact, addHost } from './page-hosts.ts';
import { placeRequest } from './page-of-request.ts';
import { endPrivateWindows, isPrivateTab, privateWindowOpen } from './private-windows.ts';
import { reportedTry } from './tries.ts';
import { emptyVisit, type HostRecord, type PageRecord, type VisitRecord } from './visit.ts';
import { abandon, arrive, commit, leave, shownPage, type Commit } from './visit-pages.ts';
import { VisitStore } from './visit-store.ts';

/** Closed tabs that are remembered. */
const CLOSED = 200;

/** What a response told of its host. */
interface Reading {
  host: HostRecord;
  known: KnownCertificate | null;
  isPrivate: boolean;
}

/** Whom the visits tell of themselves. */
export interface Watcher {
  /**
   * Something about a tab changed.
   *
   * @param shown number of the page that it shows, if the change is about that; else null
   */
  changed(tabId: number, shown: number | null): void;
  /** The tab is gone. Its record, where there is one, is kept until this resolves. */
  closing(tabId: number, visit: VisitRecord | null): Promise<void>;
}

export class Visits implements Observer {
  private readonly store = new VisitStore();
  private readonly looks = new Looks((tabId) => this.store.inMemory(tabId));
  private readonly queues = new Map<number, Promise<void>>();
  /** Tabs that were closed of late: an answer that comes after a tab is gone must not begin a record anew. */
  private readonly closed = new Set<number>();
  /** Told of each response once it is recorded, with its certificate and when OCSP was first tried on its connection. */
  recorded:
    ((observation: Observation, known: KnownCertificate | null, triedAt: number | null) => void) | null =
    null;

  constructor(private readonly watcher: Watcher) {}

  meet(observation: Observation): Want {
    if (observation.forPage) this.noteArrival(observation);
    return this.looks.want(observation);
  }

  observe(observation: Observation): void {
    if (this.looks.isNoNews(observation)) {
      this.recorded?.(observation, null, null);
      return;
    }
    const reading = this.read(observation);
    const done = this.enqueue(observation.tabId, async () => this.record(observation, await reading));
    // A tab that is closed meanwhile passes the record over, and not the reading.
    void Promise.allSettled([reading, done]).then(async ([read]) => {
      this.looks.ended(observation);
      if (read.status === 'fulfilled' && read.value.isPrivate && this.isOver(observation.tabId))
        await endPrivateWindows();
    });
  }

  /** Nothing will tell of the tab's end any more: it came, or there is no tab. */
  private isOver(tabId: number): boolean {
    return tabId < 0 || this.closed.has(tabId);
  }

  /** The tab shows this address; null: it shows no site. */
  shows(tabId: number, shown: Commit | null): void {
    this.change(tabId, (visit) => (shown === null ? leave(visit) : commit(visit, shown)));
  }

  /** Changes the record of a tab, after all that is being recorded. */
  private change(tabId: number, apply: (visit: VisitRecord) => void): void {
    void this.enqueue(tabId, async () => {
      const visit = await this.load(tabId, null);
      apply(visit);
      this.store.save(tabId, visit);
      this.watcher.changed(tabId, visit.shown);
    });
  }

  /** A check was seen leaving that is about a site of the tab's newest page with that site. */
  addContact({ tabId, origin }: Place, contact: Contact): void {
    this.change(tabId, (visit) => {
      const host = visit.pages.flatMap(({ hosts }) => hosts).find((one) => one.origin === origin);
      if (host !== undefined) addContact(host, contact);
    });
  }

  /** The record of a tab; null: nothing was seen of it. Waits for what is being recorded. */
  async get(tabId: number): Promise<VisitRecord | null> {
    await this.queues.get(tabId);
    // What somebody is told is to survive this worker.
    this.store.writeNow(tabId);
    return this.store.load(tabId);
  }

  /** What went wrong with keeping the record of a tab; null: nothing. */
  trouble(tabId: number): Promise<RecordTrouble | null> {
    return this.store.trouble(tabId);
  }

  /** The tab is gone. Resolves when nothing of it is kept. */
  forget(tabId: number): Promise<void> {
    this.close(tabId);
    return this.append(tabId, async () => {
      await this.watcher.closing(tabId, this.store.inMemory(tabId));
      await this.store.remove(tabId);
    });
  }

  private close(tabId: number): void {
    this.closed.add(tabId);
    const [oldest] = this.closed;
    if (this.closed.size > CLOSED && oldest !== undefined) this.closed.delete(oldest);
  }

  /** The browser gave the tab's content another id. */
  rename(from: number, to: number): void {
    const moving = this.get(from);
    void this.enqueue(to, async () => {
      const visit = await moving;
      if (visit !== null) this.store.save(to, visit);
    });
    void this.append(from, async () => {
      // Only then: what is being recorded for the old id belongs to the content, too.
      await moving;
      this.close(from);
      await this.store.remove(from);
    });
  }

  /** Removes the records of tabs that were closed while no worker ran. */
  async sweep(open: () => Promise<Set<number>>): Promise<void> {
    const kept = await this.store.tabs();
    // Asked after the records were listed: a tab that opens meanwhile has its record.
    const tabs = await open();
    for (const tabId of kept) if (!tabs.has(tabId)) await this.forget(tabId);
  }

  /** At once, so that the page is known before the browser tells that the tab shows it. */
  private noteArrival(observation: Observation): void {
    const { tabId, requestId, disposition, incognito } = observation;
    if (tabId < 0) return;
    void this.enqueue(tabId, async () => {
      const visit = await this.load(tabId, incognito);
      if (disposition === 'stays') abandon(visit, requestId);
      else arrive(visit, observation);
      this.store.save(tabId, visit);
      await this.store.seenAnew(tabId);
    });
  }

  /** Begun at once, so that the certificate is read while the tab's queue is busy. */
  private async read(observation: Observation): Promise<Reading> {
    const { tabId, at } = observation;
    const isPrivate = observation.incognito ?? (await this.isPrivate(tabId));
    const tls = await this.looks.withRoot(observation, isPrivate);
    const known = tls === null ? null : await learnCertificate(tls, isPrivate);
    const triedAt = tls?.usedOcsp === true ? (await reportedTry(tls.sha256, isPrivate, at)).firstAt : null;
    return { host: hostSeen({ ...observation, tls }, known, triedAt), known, isPrivate };
  }

  private async isPrivate(tabId: number): Promise<boolean> {
    // A service worker's request may be a private window's: where one is open, it is taken for that.
    if (tabId < 0) return privateWindowOpen();
    return this.store.inMemory(tabId)?.private ?? isPrivateTab(tabId);
  }

  private async record(observation: Observation, { host, known, isPrivate }: Reading): Promise<void> {
    const { tabId } = observation;
    rememberOrigin(host, isPrivate);
    this.recorded?.(observation, known, host.triedAt);
    if (tabId < 0) return;
    const visit = await this.load(tabId, isPrivate);
    const page = place(visit, observation);
    if (page !== null) addHost(page, host);
    this.store.save(tabId, visit);
    this.watcher.changed(tabId, page !== null && page.id === visit.shown ? page.id : null);
  }

  private async load(tabId: number, incognito: boolean | null): Promise<VisitRecord> {
    return (await this.store.load(tabId)) ?? emptyVisit(incognito ?? (await isPrivateTab(tabId)));
  }

  /** A change of a tab's record. A tab that is closed when its turn comes has none any more. */
  private enqueue(tabId: number, task: () => Promise<void>): Promise<void> {
    return this.append(tabId, () => (this.closed.has(tabId) ? Promise.resolve() : task()));
  }

  /** Resolves when the task is done, also where it fails. */
  private append(tabId: number, task: () => Promise<void>): Promise<void> {
    const before = this.queues.get(tabId) ?? Promise.resolve();
    const done = before.then(task).catch((error: unknown) => {
      console.error('A visit could not be recorded.', error);
    });
    this.queues.set(tabId, done);
    void done.then(() => {
      if (this.queues.get(tabId) === done) this.queues.delete(tabId);
    });
    return done;
  }
}

/** The page that the response belongs to; null: none is known. */
function place(visit: VisitRecord, observation: Observation): PageRecord | null {
  if (!observation.forPage) return placeRequest(visit, observation);
  const arrived = visit.pages.find(({ requestId }) => requestId === observation.requestId);
  // What turned out to show no page was asked for by the page that stays.
  return arrived ?? (observation.disposition === 'stays' ? shownPage(visit) : null);
}
