/**
 * Matches the checks that are seen leaving with the sites that they are about.
 *
 * Life of a check: born when the browser sends it; waits while a certificate that is still to come may decide whose it
 * is; then goes to the visit of its site, or to the list of unmatched checks, where it stands from the start in case the
 * event page dies meanwhile. Requests and what their certificates name are held in memory only, for as long as a check
 * can belong to them.
 */
import { attribute, CONNECTING_LIMIT, type Connecting, type Place } from '../../src/exposure/attribution.ts';
import type { Departure } from '../../src/exposure/departure.ts';
import type { Contact } from '../../src/exposure/evidence.ts';
import { CONNECTION_LASTS } from '../../src/exposure/tries.ts';
import {
  dropUnmatched,
  keepUnmatched,
  settleUnmatched,
  unmatchedChecks,
  type UnmatchedCheck,
} from '../platform/unmatched-checks.ts';

/** A request of a tab that begins; its connection may be made for it. */
export interface Beginning {
  requestId: string;
  tabId: number;
  origin: string;
  /** Milliseconds since the epoch. */
  at: number;
  private: boolean;
  /** Only a connection made ahead: nothing will answer. */
  speculative: boolean;
}

/** What the record of a response told of its connection. */
export interface Learned {
  requestId: string;
  tabId: number;
  origin: string;
  at: number;
  private: boolean;
  named: Connecting['named'];
  /** The browser reported a try that it had not reported before; null: it told nothing. */
  tried: boolean | null;
}

interface Request extends Connecting {
  requestId: string;
  speculative: boolean;
}

interface KnownSite {
  named: NonNullable<Connecting['named']>;
  /** When the browser last told whether it tried OCSP there; null: never. */
  toldAt: number | null;
}

/** How long before a response its check may have left whose request was not seen to begin; Firefox waits 2 s for a responder. */
const UNSEEN_BEGINNING = 3_000;
const SITES = 2_000;
const REQUESTS = 5_000;

export class Contacts {
  private requests: Request[] = [];
  private waiting: Departure[] = [];
  private readonly sites = new Map<string, KnownSite>();

  constructor(
    private readonly give: (place: Place, contact: Contact) => void,
    /** Told of each check that no site was found for, once that is settled. */
    private readonly unmatched: (check: UnmatchedCheck) => void = () => {},
  ) {}

  /** Settles the checks that an earlier event page left waiting, once no certificate can come for them any more. */
  async takeOver(now: number): Promise<void> {
    for (const check of (await unmatchedChecks()).filter(({ settled }) => !settled))
      setTimeout(
        () => {
          if (!this.isWaiting(check)) void this.settle(check, check.candidates);
        },
        Math.max(0, check.at + CONNECTING_LIMIT - now),
      );
  }

  /** Whether a certificate seen since the start names a responder on this `host:port`. */
  readonly knowsResponder = (host: string): boolean =>
    [...this.sites.values()].some(({ named }) =>
      named.ocsp.some((url) => URL.canParse(url) && new URL(url).host === host),
    );

  began({ requestId, tabId, origin, at, speculative, ...rest }: Beginning): void {
    this.close((request) => request.requestId === requestId, at);
    this.forgetOld(at);
    const request = { requestId, tabId, origin, from: at, until: null, failed: false, speculative };
    this.requests.push({ ...request, private: rest.private, named: null, tried: null });
  }

  /** The first bytes of the response are there: its connection was made before. */
  answered(requestId: string, at: number): void {
    const place = this.requests.find((request) => request.requestId === requestId);
    this.close(
      (request) =>
        request.requestId === requestId ||
        (request.speculative && request.tabId === place?.tabId && request.origin === place.origin),
      at,
    );
    this.decide(at);
  }

  failed(requestId: string, at: number): void {
    for (const request of this.requests)
      if (request.requestId === requestId && request.until === null) request.failed = true;
    this.answered(requestId, at);
  }

  left(departure: Departure): void {
    this.waiting.push(departure);
    void keepUnmatched(departure);
    setTimeout(() => {
      this.decide(departure.at + CONNECTING_LIMIT);
    }, CONNECTING_LIMIT);
    this.decide(departure.at);
  }

  learned({ requestId, tabId, origin, at, named, tried, ...rest }: Learned): void {
    if (named !== null) {
      const key = siteKey(origin, rest.private);
      const toldAt = tried === null ? (this.sites.get(key)?.toldAt ?? null) : at;
      this.sites.delete(key);
      this.sites.set(key, { named, toldAt });
      const [oldest] = this.sites.keys();
      if (this.sites.size > SITES && oldest !== undefined) this.sites.delete(oldest);
    }
    const known = this.requests.filter(
      (request) => request.requestId === requestId && request.origin === origin,
    );
    for (const request of known) request.tried = tried;
    if (known.length === 0 && tried === true) this.assumeRequest({ requestId, tabId, origin, at, ...rest });
    this.decide(at);
  }

  /** The watch began, or the event page started anew, while the request was on its way. */
  private assumeRequest({
    at,
    ...request
  }: Pick<Learned, 'requestId' | 'tabId' | 'origin' | 'at' | 'private'>): void {
    const rest = { named: null, tried: true, failed: false, speculative: false };
    this.requests.push({ ...request, ...rest, from: at - UNSEEN_BEGINNING, until: at });
  }

  private close(which: (request: Request) => boolean, at: number): void {
    for (const request of this.requests) if (request.until === null && which(request)) request.until = at;
  }

  private decide(now: number): void {
    if (this.waiting.length === 0) return;
    const connecting = this.requests
      .map((request) => this.withSite(request))
      // The browser's own traffic shows no certificate, so it would be waited for in vain.
      .filter(({ tabId, named }) => tabId >= 0 || named !== null);
    this.waiting = this.waiting.filter((departure) => {
      const attribution = attribute(departure, connecting, now);
      if (attribution.is === 'waiting') return true;
      if (attribution.is === 'attributed' && attribution.to.tabId >= 0) {
        const { channel, endpoint, at } = departure;
        this.give(attribution.to, { channel, endpoint, at, means: 'proxy-request' });
        void dropUnmatched(departure);
        return false;
      }
      const candidates = attribution.is === 'attributed' ? [attribution.to] : attribution.candidates;
      // None yet: a response may still come whose request was not seen to begin.
      if (candidates.length === 0 && now - departure.at < CONNECTING_LIMIT) return true;
      void this.settle(
        departure,
        candidates.map(({ origin }) => origin),
      );
      return false;
    });
  }

  private isWaiting({ at, endpoint }: UnmatchedCheck): boolean {
    return this.waiting.some((departure) => departure.at === at && departure.endpoint === endpoint);
  }

  private async settle(departure: Departure, candidates: string[]): Promise<void> {
    const check = await settleUnmatched(departure, candidates);
    if (check !== null) this.unmatched(check);
  }

  private withSite(request: Request): Connecting {
    const site = this.sites.get(siteKey(request.origin, request.private));
    // A certificate that is seen later need not be the one that failed.
    if (site === undefined || request.failed) return request;
    const { named, toldAt } = site;
    // While a connection may last that the browser spoke of, a later request needs none of its own.
    const kept = toldAt !== null && toldAt < request.from && request.from - toldAt < CONNECTION_LASTS;
    return { ...request, named, tried: request.tried ?? (kept ? false : null) };
  }

  private forgetOld(now: number): void {
    this.requests = this.requests
      .filter(({ from, until }) => now - (until ?? from) < CONNECTING_LIMIT)
      .slice(-REQUESTS);
  }
}

function siteKey(origin: string, isPrivate: boolean): string {
  return `${isPrivate ? 'private ' : ''}${origin}`;
}
