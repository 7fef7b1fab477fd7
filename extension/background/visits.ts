/**
 * The visits of the open tabs.
 *
 * Life of a visit: born with the first response seen for a tab; changed by each response that brings something new;
 * dies when the tab is closed. It is kept in `storage.session` under a key of its own and mirrored in memory.
 * The worker may die at any moment: what it had not yet written is lost, the rest is read back with the first event.
 * Changes of one tab happen one after the other, so that none overwrites another.
 */
import type { Place } from '../../src/exposure/attribution.ts';
import type { Contact } from '../../src/exposure/evidence.ts';
import { browser } from '../platform/browser.ts';
import { SessionStore } from '../platform/storage.ts';
import { learnCertificate, type KnownCertificate } from './certificate-facts.ts';
import type { Observation, Observer, Want } from './observation.ts';
import { rememberOrigin } from './origins.ts';
import { connectionUsed, reportedTry } from './tries.ts';
import { abandon, addContact, addHost, arrive, emptyVisit, findPage, pageOf, VisitSchema } from './visit.ts';
import type { HostRecord, PageRecord, VisitRecord } from './visit.ts';

const store = new SessionStore('visit:', VisitSchema);

export class Visits implements Observer {
  private readonly memory = new Map<number, VisitRecord>();
  private readonly queues = new Map<number, Promise<void>>();
  private readonly unsaved = new Set<number>();
  /** Hosts whose certificate names an OCSP responder: there, each connection may bring a try. */
  private readonly namesResponder = new Set<string>();
  /** The last time that a record could not be kept; null: never. */
  failure: string | null = null;
  /** Told of each response once it is recorded, with its certificate and when OCSP was first tried on its connection. */
  recorded:
    ((observation: Observation, known: KnownCertificate | null, triedAt: number | null) => void) | null =
    null;

  constructor(private readonly changed: (tabId: number) => void) {}

  /** Called in the request listeners: answers from memory alone. */
  want(observation: Observation): Want {
    if (observation.forPage) return 'certificates';
    const visit = this.memory.get(observation.tabId);
    const page = visit && findPage(visit, observation.pageOrigin);
    const host = page?.hosts.find(({ origin }) => origin === observation.origin);
    if (host === undefined) return 'certificates';
    if (!observation.origin.startsWith('https:')) return 'nothing';
    if (host.certificate === null || host.fromCache) return 'certificates';
    if (host.triedAt !== null) connectionUsed(host.certificate, visit?.private !== false, observation.at);
    return host.triedAt === null && this.namesResponder.has(observation.origin) ? 'ocsp' : 'nothing';
  }

  observe(observation: Observation): void {
    const { tabId } = observation;
    // Begun at once, so that the certificate is read while the tab's queue is busy.
    const certificate = observation.tls === null ? null : learnCertificate(observation.tls);
    this.enqueue(tabId, () => this.record(observation, certificate));
  }

  /** The record of a tab; null: nothing was seen of it. Waits for what is being recorded. */
  async get(tabId: number): Promise<VisitRecord | null> {
    await this.queues.get(tabId);
    return this.memory.get(tabId) ?? store.get(String(tabId));
  }

  /** The tab is gone. */
  forget(tabId: number): void {
    this.enqueue(tabId, async () => {
      this.memory.delete(tabId);
      this.unsaved.delete(tabId);
      await store.remove(String(tabId));
    });
  }

  /** The browser gave the tab's content another id. */
  rename(from: number, to: number): void {
    this.enqueue(from, async () => {
      const visit = this.memory.get(from) ?? (await store.get(String(from)));
      if (visit !== null) {
        this.memory.set(to, visit);
        this.save(to);
      }
    });
    this.forget(from);
  }

  /** A check was seen leaving that is about a site of the tab's newest page with that site. */
  addContact({ tabId, origin }: Place, contact: Contact): void {
    this.enqueue(tabId, async () => {
      const visit = this.memory.get(tabId) ?? (await store.get(String(tabId)));
      const host = visit?.pages.flatMap(({ hosts }) => hosts).find((one) => one.origin === origin);
      if (visit === null || host === undefined) return;
      addContact(host, contact);
      this.memory.set(tabId, visit);
      this.save(tabId);
      this.changed(tabId);
    });
  }

  private async record(
    observation: Observation,
    reading: Promise<KnownCertificate | null> | null,
  ): Promise<void> {
    const { tabId, requestId, origin, at, tls } = observation;
    const known = await reading;
    const isPrivate = observation.incognito !== false;
    const triedAt = tls?.usedOcsp === true ? (await reportedTry(tls.sha256, isPrivate, at)).firstAt : null;
    const host: HostRecord = {
      origin,
      // A lighter look brings a fingerprint alone, of a certificate that may not have been read.
      certificate: known === null ? null : (tls?.sha256 ?? null),
      builtInRoot: tls?.builtInRoot ?? null,
      usedOcsp: tls?.usedOcsp ?? null,
      fromCache: tls?.fromCache ?? false,
      at,
      triedAt,
      contacts: [],
    };
    const responders = known?.facts?.endpoints.ocsp;
    if (responders === undefined ? false : responders.length > 0) this.namesResponder.add(origin);
    if (tabId < 0) {
      await rememberOrigin(host);
      this.recorded?.(observation, known, triedAt);
      return;
    }
    const visit = await this.load(tabId, observation.incognito);
    const page = this.place(visit, observation);
    if (page !== null) addHost(page, host);
    if (observation.forPage && page === null) abandon(visit, requestId);
    if (!visit.private) await rememberOrigin(host);
    this.memory.set(tabId, visit);
    this.save(tabId);
    this.recorded?.(observation, known, triedAt);
    this.changed(tabId);
  }

  /** The page that the response belongs to; null: none, since it shows no page. */
  private place(visit: VisitRecord, observation: Observation): PageRecord | null {
    const { forPage, requestId, origin, pageOrigin, at } = observation;
    if (!forPage) return pageOf(visit, pageOrigin, at);
    return observation.disposition === 'stays' ? null : arrive(visit, requestId, origin, at);
  }

  private async load(tabId: number, incognito: boolean | null): Promise<VisitRecord> {
    const known = this.memory.get(tabId) ?? (await store.get(String(tabId)));
    if (known !== null) return known;
    return emptyVisit(incognito ?? (await isPrivate(tabId)));
  }

  private enqueue(tabId: number, task: () => Promise<void>): void {
    const before = this.queues.get(tabId) ?? Promise.resolve();
    const done = before.then(task).catch((error: unknown) => {
      console.error('A visit could not be recorded.', error);
    });
    this.queues.set(tabId, done);
    void done.then(() => {
      if (this.queues.get(tabId) === done) this.queues.delete(tabId);
    });
  }

  /** Writes the record soon: changes that come while a write is under way share the next one. */
  private save(tabId: number): void {
    if (this.unsaved.has(tabId)) return;
    this.unsaved.add(tabId);
    queueMicrotask(() => {
      void this.write(tabId);
    });
  }

  private async write(tabId: number): Promise<void> {
    const visit = this.memory.get(tabId);
    this.unsaved.delete(tabId);
    if (visit === undefined) return;
    try {
      await store.set(String(tabId), visit);
      this.failure = null;
    } catch (error) {
      this.failure = error instanceof Error ? error.message : String(error);
    }
  }
}

async function isPrivate(tabId: number): Promise<boolean> {
  try {
    return (await browser.tabs.get(tabId)).incognito;
  } catch {
    // The tab is gone or not known: the cautious answer keeps nothing beyond it.
    return true;
  }
}
