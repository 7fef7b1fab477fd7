/** What is known of a tab → the report that the popup and the toolbar show. */
import { assess } from '../../src/exposure/assess.ts';
import type { Context } from '../../src/exposure/context.ts';
import type { HostEvidence } from '../../src/exposure/evidence.ts';
import type { PageReport, Visibility } from '../../src/exposure/exposure.ts';
import { assessPage } from '../../src/exposure/page.ts';
import { authorityFacts } from '../../src/letsencrypt/facts.ts';
import type { Issuer, UnknownIssuer } from '../../src/letsencrypt/issuer.ts';
import { browser, isFirefox } from '../platform/browser.ts';
import { thisBrowser } from '../platform/identity.ts';
import { hasAccessTo, hasSiteAccess } from '../platform/permissions.ts';
import { capability } from './capability.ts';
import { knownCertificate } from './certificate-facts.ts';
import { webOrigin } from './observation.ts';
import { recallOrigin } from './origins.ts';
import { pageAt, type HostRecord, type VisitRecord } from './visit.ts';

/** The report on a tab. A tab that is gone, or shows no site, is `not-a-site`. */
export async function reportOn(tabId: number, visit: VisitRecord | null): Promise<PageReport> {
  const shown = await shownOrigin(tabId);
  if (typeof shown !== 'string') return shown;
  const context = await assessmentContext();
  const page = visit === null ? null : pageAt(visit, shown);
  const hosts = page?.hosts ?? [];
  const own = hosts.find(({ origin }) => origin === shown) ?? null;
  const why = await reasonForUnknown(shown);
  const main = assess(await evidence(shown, own, why), context);
  const others = await Promise.all(
    hosts
      .filter((host) => host !== own)
      .map(async (host) => assess(await evidence(host.origin, host, why), context)),
  );
  const assessed = assessPage(main, others, page?.omitted ?? 0);
  const { host } = new URL(shown);
  const factsOf = authorityFacts.asOf;
  if (!main.secure) return { kind: 'http', host, page: assessed, factsOf };
  return {
    kind: 'https',
    host,
    page: assessed,
    siteAccess: why !== 'no-site-access',
    visibility: visibility(main.issuer),
    factsOf,
  };
}

/** The origin of the page that the tab shows, or the report that says why there is none. */
async function shownOrigin(tabId: number): Promise<string | PageReport> {
  const tab = await browser.tabs.get(tabId).catch(() => null);
  if (tab === null) return { kind: 'not-a-site' };
  if (tab.url !== undefined) return webOrigin(tab.url) ?? { kind: 'not-a-site' };
  // With access to every site, an address that is kept back is one of the browser's own pages.
  return (await hasSiteAccess()) ? { kind: 'not-a-site' } : { kind: 'not-visible' };
}

async function assessmentContext(): Promise<Context> {
  return {
    browser: await thisBrowser(),
    certificateApi: isFirefox
      ? 'webRequest.getSecurityInfo'
      : 'webRequest.onHeadersReceived: securityInfoRawDer',
    watched: new Set(),
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

/** All that is known of a host: what this page showed, else what an earlier connection of this session did. */
async function evidence(origin: string, host: HostRecord | null, why: UnknownIssuer): Promise<HostEvidence> {
  const seen = host?.certificate ?? null;
  const earlier = seen === null ? await recallOrigin(origin) : null;
  const certificate = seen ?? earlier?.certificate ?? null;
  const builtInRoot = (seen === null ? earlier?.builtInRoot : host?.builtInRoot) ?? null;
  const known = certificate === null ? null : await knownCertificate(certificate, builtInRoot);
  const unknown: Issuer = { is: 'unknown', why };
  return {
    origin,
    sighting:
      host === null && earlier === null
        ? null
        : {
            origin,
            at: host?.at ?? earlier?.at ?? 0,
            certificate,
            builtInRoot,
            usedOcsp: host?.usedOcsp ?? null,
            fromCache: host?.fromCache ?? false,
          },
    certificate: known?.facts ?? null,
    issuer: known?.issuer ?? unknown,
    reusedFrom: known !== null && earlier !== null ? earlier.at : null,
    contacts: host?.contacts ?? [],
    triedAt: host?.triedAt ?? null,
  };
}

function visibility(issuer: Issuer): Visibility {
  return issuer.is === 'unknown' ? issuer.why : 'visible';
}
