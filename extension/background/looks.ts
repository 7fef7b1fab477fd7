/**
 * How closely each response is looked at. A look costs the page time, so it is no closer than what is still unknown.
 *
 * What is remembered for it (hosts being looked at, sites that surprised, sites seen without a tab) is kept in memory and
 * dies with the background, which then looks closer than it had to.
 */
import { knownCertificate } from './certificate-facts.ts';
import type { Observation, Tls, Want } from './observation.ts';
import { expectedOf, RENEWAL, type OriginRecord } from './origins.ts';
import { hostOf, isOmitted } from './page-hosts.ts';
import { findPage } from './page-of-request.ts';
import { connectionUsed } from './tries.ts';
import type { HostRecord, VisitRecord } from './visit.ts';

/** Sites that surprised, and sites of requests without a tab, that are remembered. */
const REMEMBERED = 500;

export class Looks {
  /** Hosts whose certificate is being asked for, so that a page's many requests to one ask once. */
  private readonly asked = new Set<string>();
  /** Sites that showed another certificate than was expected: the next response is looked at with its whole chain. */
  private readonly surprising = new Set<string>();
  /** When sites were last looked at by requests without a tab. */
  private readonly elsewhere = new Map<string, number>();

  /** @param visitOf the record of a tab, as far as it is in memory */
  constructor(private readonly visitOf: (tabId: number) => VisitRecord | null) {}

  /** What is wanted of a response. Cheap: it is asked in the request listeners. */
  want(observation: Observation): Want {
    if (observation.forPage) return 'certificates';
    const { origin, tabId } = observation;
    const visit = this.visitOf(tabId);
    const page = visit === null ? null : findPage(visit, observation);
    const host = page === null ? null : hostOf(page, origin);
    if (visit !== null && host !== null) return this.wantMore(host, visit.private, observation.at);
    if (page !== null && isOmitted(page, origin)) return 'nothing';
    const key = askedKey(observation);
    const expected = this.expected(observation);
    if (this.asked.has(key) || this.seenElsewhere(observation))
      return origin.startsWith('https:') && expected?.namesResponder !== false ? 'ocsp' : 'nothing';
    this.asked.add(key);
    return expected === null ? 'certificates' : 'own-certificate';
  }

  /** What was wanted of the response is recorded, or never will be. */
  ended(observation: Observation): void {
    this.asked.delete(askedKey(observation));
  }

  /** A light look that told of no try, from a document that is known: nothing of it would be recorded. */
  isNoNews(observation: Observation): boolean {
    const { tabId, forPage, documentId, tls } = observation;
    if (forPage || tls === null || tls.chain.length > 0 || tls.usedOcsp === true) return false;
    if (tabId < 0) return true;
    const visit = this.visitOf(tabId);
    const page = visit === null ? null : findPage(visit, observation);
    return page?.movedAt === null && documentId !== null && page.documents.includes(documentId);
  }

  /**
   * The connection as it was told, and where only the site's own certificate was asked for and is the expected one, with
   * what is known of its root.
   */
  async withRoot({ origin, tls }: Observation, isPrivate: boolean): Promise<Tls | null> {
    if (tls?.ownAlone !== true) {
      if (tls !== null && tls.chain.length > 0) this.surprising.delete(origin);
      return tls;
    }
    const expected = expectedOf(origin, isPrivate);
    if (expected === null) return tls;
    const same = expected.certificate === tls.sha256;
    if (same && (await knownCertificate(tls.sha256, expected.builtInRoot, isPrivate)) !== null)
      return { ...tls, builtInRoot: expected.builtInRoot };
    if (this.surprising.size >= REMEMBERED) this.surprising.clear();
    this.surprising.add(origin);
    return tls;
  }

  /** The site's last certificate is known with its root: should it be the same again, its own bytes are enough. */
  private expected({ origin, incognito }: Observation): OriginRecord | null {
    return incognito === null || this.surprising.has(origin) ? null : expectedOf(origin, incognito);
  }

  private wantMore(host: HostRecord, isPrivate: boolean, at: number): Want {
    if (!host.origin.startsWith('https:')) return 'nothing';
    if (this.surprising.has(host.origin)) return 'certificates';
    if (host.certificate === null || host.fromCache) return 'certificates';
    if (host.triedAt !== null) connectionUsed(host.certificate, isPrivate, at);
    return host.triedAt === null && host.namesResponder ? 'ocsp' : 'nothing';
  }

  /** Requests without a tab tell of their site alone, so a recent look at it is as good as another. */
  private seenElsewhere({ tabId, origin, at }: Observation): boolean {
    if (tabId >= 0) return false;
    const before = this.elsewhere.get(origin);
    if (before !== undefined && Math.abs(at - before) < RENEWAL) return true;
    if (this.elsewhere.size >= REMEMBERED) this.elsewhere.clear();
    this.elsewhere.set(origin, at);
    return false;
  }
}

function askedKey({
  tabId,
  documentId,
  parentDocumentId,
  pageAddress,
  pageOrigin,
  origin,
}: Observation): string {
  return `${tabId} ${documentId ?? parentDocumentId ?? pageAddress ?? pageOrigin ?? ''} ${origin}`;
}
