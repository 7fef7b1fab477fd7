/** Pages as a person may meet them, assessed by the program itself. */
import { assess } from '../../../src/exposure/assess.ts';
import type { Context } from '../../../src/exposure/context.ts';
import type { Contact, HostEvidence } from '../../../src/exposure/evidence.ts';
import type { PageReport } from '../../../src/exposure/exposure.ts';
import { assessPage } from '../../../src/exposure/page.ts';
import type { Issuer, UnknownIssuer } from '../../../src/letsencrypt/issuer.ts';

/** Local time, so that times of day read the same everywhere. */
export const NOW = new Date(2026, 10, 22, 14, 5).getTime();
export const ASKED_AT = new Date(2026, 10, 22, 14, 2).getTime();

export const firefox: Context = {
  browser: { name: 'Firefox', engine: 'gecko', version: 153, platform: 'desktop' },
  certificateApi: 'webRequest.getSecurityInfo',
  watched: new Set(),
  authoritiesAsOf: '2026-08-21',
};

export const chromium: Context = {
  ...firefox,
  browser: { name: 'Chromium', engine: 'chromium', version: 156, platform: 'desktop' },
  certificateApi: 'webRequest.onHeadersReceived: securityInfoRawDer',
};

export const ISSUER = {
  letsEncrypt: {
    is: 'proven',
    authority: 'YE1',
    environment: 'production',
    proof: { by: 'authority-key' },
  },
  staging: {
    is: 'proven',
    authority: '(STAGING) Yonder Yam YE1',
    environment: 'staging',
    proof: { by: 'authority-key' },
  },
  claimed: {
    is: 'claimed',
    authority: 'R3',
    organization: "Let's Encrypt",
    why: 'no-known-key',
    localRoot: null,
  },
  claimedLocally: {
    is: 'claimed',
    authority: 'R3',
    organization: "Let's Encrypt",
    why: 'signature-fails',
    localRoot: true,
  },
  local: { is: 'local', authority: 'Office Proxy CA', organization: 'Example Office' },
  other: { is: 'other', authority: 'Example Trust TLS CA 1', organization: 'Example Trust Ltd' },
} as const satisfies Record<string, Issuer>;

interface Site {
  host?: string;
  issuer?: Issuer;
  /** The certificate has an OCSP URL, as those before 2025-05-07 did. */
  ocsp?: boolean;
  builtInRoot?: boolean | null;
  triedAt?: number | null;
  contacts?: Contact[];
  reusedFrom?: number | null;
}

/** What was seen of one host: by default one of today's Let's Encrypt sites in Firefox, not asked about. */
export function evidence(site: Site = {}): HostEvidence {
  const host = site.host ?? 'example.org';
  const issuer = site.issuer ?? ISSUER.letsEncrypt;
  const own = issuer.is === 'other' ? 'example-trust.example' : 'lencr.org';
  return {
    origin: `https://${host}`,
    sighting: {
      origin: `https://${host}`,
      at: NOW,
      certificate: issuer.is === 'unknown' ? null : 'ab'.repeat(32),
      builtInRoot: site.builtInRoot === undefined ? true : site.builtInRoot,
      usedOcsp: site.builtInRoot === null ? null : false,
      fromCache: false,
    },
    certificate:
      issuer.is === 'unknown'
        ? null
        : {
            sha256: 'ab'.repeat(32),
            serialNumber: '04d2',
            notBefore: '2026-10-01T00:00:00Z',
            notAfter: '2026-12-30T00:00:00Z',
            mustStaple: false,
            endpoints:
              issuer.is === 'local'
                ? { ocsp: [], crl: [], issuer: [] }
                : {
                    ocsp: site.ocsp === true ? [`http://ye1.o.${own}`] : [],
                    crl: [`http://ye1.c.${own}/42.crl`],
                    issuer: [`http://ye1.i.${own}/`],
                  },
          },
    issuer,
    reusedFrom: site.reusedFrom ?? null,
    contacts: site.contacts ?? [],
    triedAt: site.triedAt ?? null,
  };
}

/** The report on an https page with this host and, after it, others. */
export function httpsReport(main: HostEvidence, others: HostEvidence[] = [], context = firefox): PageReport {
  const page = assessPage(
    assess(main, context),
    others.map((other) => assess(other, context)),
    0,
  );
  const { host } = new URL(main.origin);
  const { issuer } = main;
  const visibility = issuer.is === 'unknown' ? issuer.why : 'visible';
  return {
    kind: 'https',
    host,
    page,
    siteAccess: visibility !== 'no-site-access',
    visibility,
    factsOf: context.authoritiesAsOf,
  };
}

export const seenLeaving: Contact = {
  channel: 'ocsp',
  endpoint: 'http://ye1.o.lencr.org/',
  at: ASKED_AT,
  means: 'proxy-request',
};

function unseen(why: UnknownIssuer): HostEvidence {
  return evidence({ issuer: { is: 'unknown', why }, builtInRoot: null });
}

function httpReport(): PageReport {
  const main = assess({ ...unseen('not-seen'), origin: 'http://plain.example' }, firefox);
  return {
    kind: 'http',
    host: 'plain.example',
    page: assessPage(main, [], 0),
    factsOf: firefox.authoritiesAsOf,
  };
}

export const SAMPLE = {
  common: httpsReport(
    evidence(),
    [
      evidence({ host: 'static.example.org' }),
      evidence({ host: 'fonts.example.net', issuer: ISSUER.other }),
      evidence({ host: 'a-rather-long-name-of-a-tracker.statistics.example.com', issuer: ISSUER.other }),
    ],
    firefox,
  ),
  commonChromium: httpsReport(evidence({ builtInRoot: null }), [], chromium),
  asked: httpsReport(evidence({ ocsp: true, builtInRoot: false, contacts: [seenLeaving] })),
  tried: httpsReport(evidence({ ocsp: true, builtInRoot: false, triedAt: ASKED_AT })),
  mayHaveAsked: httpsReport(evidence({ ocsp: true, builtInRoot: false }), [], {
    ...firefox,
    browser: { name: 'Elsewhere', engine: 'gecko', version: 20, platform: 'desktop' },
  }),
  other: httpsReport(evidence({ issuer: ISSUER.other })),
  local: httpsReport(evidence({ issuer: ISSUER.local, builtInRoot: false })),
  staging: httpsReport(evidence({ issuer: ISSUER.staging, builtInRoot: false })),
  claimed: httpsReport(evidence({ issuer: ISSUER.claimed, builtInRoot: null }), [], chromium),
  claimedLocally: httpsReport(evidence({ issuer: ISSUER.claimedLocally, builtInRoot: false })),
  ownSite: httpsReport(evidence({ host: 'community.letsencrypt.org' })),
  hidden: httpsReport(unseen('hidden-by-browser'), [], chromium),
  tooOld: httpsReport(unseen('browser-too-old'), [], chromium),
  noAccess: httpsReport(unseen('no-site-access'), [], chromium),
  notSeen: httpsReport(unseen('not-seen')),
  unreadable: httpsReport(unseen('unreadable')),
  http: httpReport(),
  notVisible: { kind: 'not-visible' },
  notASite: { kind: 'not-a-site' },
} as const satisfies Record<string, PageReport>;
