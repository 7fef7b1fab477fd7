/** What is known of a tab → the report that the popup and the toolbar show. */
import { assess } from '../../src/exposure/assess.ts';
import type { Context } from '../../src/exposure/context.ts';
import type { HostEvidence } from '../../src/exposure/evidence.ts';
import type { Exposure, PageReport, RecordTrouble, Visibility } from '../../src/exposure/exposure.ts';
import { assessPage } from '../../src/exposure/page.ts';
import { authorityFacts } from '../../src/letsencrypt/facts.ts';
import type { Issuer, UnknownIssuer } from '../../src/letsencrypt/issuer.ts';
import { browser, isFirefox } from '../platform/browser.ts';
import { thisBrowser } from '../platform/identity.ts';
import { hasAccessTo, hasSiteAccess } from '../platform/permissions.ts';
import { addressMark } from './address.ts';
import { capability } from './capability.ts';
import { knownCertificate } from './certificate-facts.ts';
import { webOrigin } from './observation.ts';
import { lookedAtPageOnly } from './page-only.ts';
import { recallOrigin } from './origins.ts';
import type { HostRecord, PageRecord, VisitRecord } from './visit.ts';
import { pageAt } from './visit-pages.ts';
import { watchedChannels } from './watching.ts';

/** What a tab shows: the report, and the page that it is about; null: nothing was seen of that. */
export interface Shown {
  report: PageReport;
  page: PageRecord | null;
}

/** The report on a tab. A tab that is gone, or shows no site, is `not-a-site`. */
export async function reportOn(
  tabId: number,
  visit: VisitRecord | null,
  trouble: RecordTrouble | null,
): Promise<Shown> {
  const tab = await browser.tabs.get(tabId).catch(() => null);
  const site = await shownSite(tab);
  if ('kind' in site) return { report: site, page: null };
  const { origin } = site;
  const page = visit === null ? null : pageAt(visit, origin, site.address);
  const isPrivate = visit?.private ?? tab?.incognito ?? true;
  return { report: await pageReport({ origin, page, isPrivate, trouble }), page };
}

/** The report on a page that its tab has shown. */
export function reportOnPage(visit: VisitRecord, page: PageRecord): Promise<PageReport> {
  return pageReport({ origin: page.origin, page, isPrivate: visit.private, trouble: null });
}

interface PageSource {
  origin: string;
  /** null: nothing was seen of it. */
  page: PageRecord | null;
  isPrivate: boolean;
  trouble: RecordTrouble | null;
}

async function pageReport({ origin, page, isPrivate, trouble }: PageSource): Promise<PageReport> {
  // Asked for together: the popup waits, and each is a way to the browser and back.
  const [context, why, pageOnly] = await Promise.all([
    assessmentContext(page),
    reasonForUnknown(origin),
    lookedAtPageOnly(page?.startedAt ?? null),
  ]);
  const hosts = page?.hosts ?? [];
  const own = hosts.find((host) => host.origin === origin) ?? null;
  const assessHost = async (at: string, host: HostRecord | null): Promise<Exposure> =>
    assess(await evidence(at, { page, host, isPrivate, why }), context);
  const [main, ...others] = await Promise.all([
    assessHost(origin, own),
    ...hosts.filter((host) => host !== own).map((host) => assessHost(host.origin, host)),
  ]);
  const common = {
    host: new URL(origin).host,
    page: assessPage(main, others, page?.omitted.length ?? 0),
    factsOf: authorityFacts.asOf,
    ...(trouble === null ? {} : { trouble }),
    ...(pageOnly && { pageOnly }),
  };
  if (!main.secure) return { kind: 'http', ...common };
  const siteAccess = why !== 'no-site-access';
  return { kind: 'https', ...common, siteAccess, visibility: visibility(main.issuer) };
}

/** The address that the tab shows, or the report that says why there is none. */
async function shownSite(
  tab: { url?: string } | null,
): Promise<{ origin: string; address: number } | PageReport> {
  if (tab === null) return { kind: 'not-a-site' };
  if (tab.url !== undefined) {
    const origin = webOrigin(tab.url);
    return origin === null ? { kind: 'not-a-site' } : { origin, address: addressMark(tab.url) };
  }
  // With access to every site, an address that is kept back is one of the browser's own pages.
  return (await hasSiteAccess()) ? { kind: 'not-a-site' } : { kind: 'not-visible' };
}

async function assessmentContext(page: PageRecord | null): Promise<Context> {
  return {
    browser: await thisBrowser(),
    certificateApi: isFirefox
      ? 'webRequest.getSecurityInfo'
      : 'webRequest.onHeadersReceived: securityInfoRawDer',
    // Of a page that came without a response, as where a certificate was refused, only its end is known: what left for it
    // left before.
    watched: await watchedChannels(page === null || page.requestId === null ? null : page.startedAt),
    authoritiesAsOf: authorityFacts.asOf,
  };
}

async function reasonForUnknown(origin: string): Promise<UnknownIssuer> {
  if (!(await hasAccessTo(origin))) return 'no-site-access';
  if (isFirefox) return 'not-seen';
  switch (await capability()) {
    case 'hidden':
      return 'hidden-by-browser';
    case 'too-old':
      return 'browser-too-old';
    case 'shown':
    case null:
      return 'not-seen';
  }
}

interface HostSource {
  page: PageRecord | null;
  host: HostRecord | null;
  isPrivate: boolean;
  why: UnknownIssuer;
}

/** All that is known of a host: what this page showed, else what an earlier connection of this session did. */
async function evidence(origin: string, { page, host, isPrivate, why }: HostSource): Promise<HostEvidence> {
  const seen = host?.certificate ?? null;
  const earlier = seen === null ? await recallOrigin(origin, isPrivate) : null;
  const certificate = seen ?? earlier?.certificate ?? null;
  const builtInRoot = (seen === null ? earlier?.builtInRoot : host?.builtInRoot) ?? null;
  const known = certificate === null ? null : await knownCertificate(certificate, builtInRoot, isPrivate);
  const unknown: Issuer = { is: 'unknown', why };
  const at = (seen === null ? earlier?.at : host?.at) ?? host?.at ?? null;
  const reused = known !== null && at !== null && (earlier !== null || at < shownWithoutResponse(page));
  return {
    origin,
    sighting:
      at === null
        ? null
        : {
            origin,
            at,
            certificate,
            builtInRoot,
            usedOcsp: host?.usedOcsp ?? null,
            fromCache: host?.fromCache ?? false,
          },
    certificate: known?.facts ?? null,
    issuer: known?.issuer ?? unknown,
    reusedFrom: reused ? at : null,
    contacts: host?.contacts ?? [],
    triedAt: host?.triedAt ?? null,
  };
}

/** When the page was last shown without a response, milliseconds since the epoch; 0: never. */
function shownWithoutResponse(page: PageRecord | null): number {
  return Math.max(page?.shownAgainAt ?? 0, page?.movedAt ?? 0);
}

function visibility(issuer: Issuer): Visibility {
  return issuer.is === 'unknown' ? issuer.why : 'visible';
}
