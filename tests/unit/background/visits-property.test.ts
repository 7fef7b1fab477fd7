/**
 * Random lives of a tab: whatever comes in whatever order, and wherever the worker dies, what is known of the page that
 * the tab shows is what was seen of it.
 */
import { fakeBrowser } from '@webext-core/fake-browser';
import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { addressMark } from '../../../extension/background/address.ts';
import type { Observation, Tls } from '../../../extension/background/observation.ts';
import type { Visits } from '../../../extension/background/visits.ts';
import { pageAt } from '../../../extension/background/visit-pages.ts';

vi.mock('webextension-polyfill', () => ({ default: fakeBrowser }));
vi.mock('../../../extension/background/certificate-facts.ts', () => ({
  learnCertificate: () => Promise.resolve({ facts: null, issuer: { is: 'unknown', why: 'unreadable' } }),
}));

const URLS = ['a', 'b', 'c'].flatMap((site) => [1, 2].map((page) => `https://${site}.example/${page}`));

const url = fc.constantFrom(...URLS);
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ does: fc.constant('visit' as const), url }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('redirect' as const), via: url, url }) },
  {
    weight: 2,
    arbitrary: fc.record({ does: fc.constant('back' as const), steps: fc.integer({ min: 1, max: 3 }) }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('download' as const), url }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('never' as const), url }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('unseen' as const), url }) },
  {
    weight: 4,
    arbitrary: fc.record({ does: fc.constant('load' as const), host: fc.integer({ min: 0, max: 9 }) }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('late' as const) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('blind' as const) }) },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

interface Document {
  id: string;
  url: string;
  /** Loaded hosts. */
  hosts: Set<string>;
  /** null: the page came without a response. */
  certificate: string | null;
  /** It has made a request, so that the browser's name for it is known. */
  named: boolean;
}

const tls = (sha256: string): Tls => ({
  chain: [],
  sha256,
  builtInRoot: true,
  usedOcsp: false,
  fromCache: false,
});

class Tab {
  private clock = 1_000;
  private count = 0;
  private visits: Visits | null = null;
  shown: Document | null = null;
  private readonly left: Document[] = [];
  private readonly hosts = new Map<string, Set<string>>();
  /** Certificates seen of each origin. */
  readonly seen = new Map<string, Set<string>>();

  async worker(): Promise<Visits> {
    if (this.visits !== null) return this.visits;
    vi.resetModules();
    const { Visits: Fresh } = await import('../../../extension/background/visits.ts');
    this.visits = new Fresh({ changed: () => {}, closing: async () => undefined });
    return this.visits;
  }

  async die(): Promise<void> {
    // A worker that has events to handle is not stopped.
    await this.visits?.get(1);
    await this.visits?.get(-1);
    await new Promise((resolve) => setImmediate(resolve));
    this.visits = null;
  }

  private async respond(
    details: Partial<Observation> & { url: string; certificate: string | null },
  ): Promise<void> {
    const { origin } = new URL(details.url);
    const { certificate, url: address, ...rest } = details;
    const observation: Observation = {
      requestId: `request-${this.count}`,
      tabId: 1,
      forPage: true,
      disposition: 'shows',
      origin,
      address: addressMark(address),
      pageOrigin: null,
      pageAddress: null,
      documentId: null,
      parentDocumentId: null,
      top: true,
      ahead: false,
      incognito: false,
      at: (this.clock += 1),
      tls: certificate === null ? null : tls(certificate),
      ...rest,
    };
    if (certificate !== null) this.seen.set(origin, (this.seen.get(origin) ?? new Set()).add(certificate));
    const visits = await this.worker();
    if (visits.meet(observation) !== 'nothing') visits.observe(observation);
  }

  private async show(document: Document, fresh: boolean): Promise<void> {
    if (fresh && this.shown !== null) this.left.push(this.shown);
    this.shown = document;
    const { url: address } = document;
    (await this.worker()).shows(1, {
      origin: new URL(address).origin,
      address: addressMark(address),
      sameDocument: false,
      at: (this.clock += 1),
    });
  }

  /** Pages at one address cannot be told apart when the tab returns to one of them: they share what they loaded. */
  private hostsAt(address: string): Set<string> {
    const known = this.hosts.get(address) ?? new Set();
    this.hosts.set(address, known);
    return known;
  }

  private newDocument(address: string, certificate: string | null): Document {
    return {
      id: `document-${this.count}`,
      url: address,
      hosts: this.hostsAt(address),
      certificate,
      named: false,
    };
  }

  private async load(document: Document, host: string): Promise<void> {
    document.hosts.add(host);
    document.named = true;
    this.count += 1;
    await this.respond({
      forPage: false,
      disposition: 'stays',
      url: `${host}/image`,
      certificate: `of ${host}`,
      documentId: document.id,
      pageOrigin: new URL(document.url).origin,
    });
  }

  /** `dies`: where the worker dies within the step. */
  async take(what: Step, dies: () => Promise<void>): Promise<void> {
    this.count += 1;
    const certificate = `certificate-${this.count}`;
    switch (what.does) {
      case 'visit':
      case 'redirect': {
        if (what.does === 'redirect')
          await this.respond({ url: what.via, certificate: `${certificate}-via`, disposition: 'redirects' });
        const document = this.newDocument(what.url, certificate);
        if (what.does === 'redirect') document.hosts.add(new URL(what.via).origin);
        await dies();
        await this.respond({ url: what.url, certificate });
        await dies();
        return this.show(document, true);
      }
      case 'back': {
        const document = this.left.splice(-what.steps)[0];
        if (document !== undefined) await this.show(document, false);
        return;
      }
      case 'download':
        await this.respond({ url: what.url, certificate, disposition: 'stays' });
        this.shown?.hosts.add(new URL(what.url).origin);
        return;
      case 'never':
        return this.respond({ url: what.url, certificate });
      case 'unseen':
        return this.show(this.newDocument(`${what.url}/made-${this.count}`, null), true);
      case 'load':
        if (this.shown !== null) await this.load(this.shown, `https://h${what.host}.example`);
        return;
      case 'late': {
        const document = this.left.at(-1);
        // Before its first request, no browser tells a document from the next one of its site.
        if (document?.named === true) await this.load(document, 'https://late.example');
        return;
      }
      case 'blind':
        // A response without a certificate, as of a page that is loaded ahead.
        if (this.shown !== null)
          await this.respond({ url: this.shown.url, certificate: null, disposition: 'stays' });
        return;
    }
  }
}

describe('what is known of a tab', () => {
  it('is what was seen of the page that it shows', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(step, fc.constantFrom('lives', 'dies before', 'dies within')), { maxLength: 25 }),
        async (life) => {
          await new Promise((resolve) => setImmediate(resolve));
          fakeBrowser.reset();
          const tab = new Tab();
          for (const [what, death] of life) {
            if (death === 'dies before') await tab.die();
            await tab.take(what, death === 'dies within' ? () => tab.die() : () => Promise.resolve());
            const { shown } = tab;
            if (shown === null) continue;
            const { origin } = new URL(shown.url);
            const visit = await (await tab.worker()).get(1);
            const page = visit === null ? null : pageAt(visit, origin, addressMark(shown.url));
            const own = page?.hosts.find((host) => host.origin === origin)?.certificate ?? null;
            const { recallOrigin } = await import('../../../extension/background/origins.ts');
            const recalled = await recallOrigin(origin, false);
            const seen = tab.seen.get(origin) ?? new Set<string>();
            const known = own ?? recalled?.certificate ?? null;
            const fresh = what.does === 'visit' || what.does === 'redirect';
            const back = what.does === 'back' && own !== null;
            const strangers = (page?.hosts ?? [])
              .map((host) => host.origin)
              .filter((host) => host !== origin && !shown.hosts.has(host));
            expect({
              nothingInvented: known === null || seen.has(known),
              nothingDenied: seen.size === 0 || known !== null,
              newestAfterAResponse: !fresh || known === shown.certificate,
              freshAfterAResponse: !fresh || page?.shownAgainAt === null,
              reusedWithoutOne:
                !back || page?.shownAgainAt === null || (page?.shownAgainAt ?? 0) >= (page?.startedAt ?? 0),
              strangers,
            }).toEqual({
              nothingInvented: true,
              nothingDenied: true,
              newestAfterAResponse: true,
              freshAfterAResponse: true,
              reusedWithoutOne: true,
              strangers: [],
            });
          }
          await tab.die();
        },
      ),
      { numRuns: 150 },
    );
  });
});
