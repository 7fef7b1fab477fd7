/** Evidence for tests, in the fewest words. */
import type { Context } from '../../../src/exposure/context.ts';
import type { CertificateFacts, Contact, HostEvidence, Sighting } from '../../../src/exposure/evidence.ts';
import type { Issuer } from '../../../src/letsencrypt/issuer.ts';
import type { Browser } from '../../../src/revocation/browser.ts';

export const FIREFOX: Browser = { name: 'Firefox', engine: 'gecko', version: 153, platform: 'desktop' };
export const OLD_FIREFOX: Browser = { ...FIREFOX, version: 141 };
export const CHROMIUM: Browser = { name: 'Chromium', engine: 'chromium', version: 156, platform: 'desktop' };
export const STRANGER: Browser = { name: 'unknown', engine: 'unknown', version: null, platform: 'unknown' };

export const PROVEN: Issuer = {
  is: 'proven',
  authority: 'R11',
  environment: 'production',
  proof: { by: 'authority-key' },
};
export const STAGING: Issuer = {
  ...PROVEN,
  authority: '(STAGING) Riddling Rhubarb R12',
  environment: 'staging',
};
export const CLAIMED: Issuer = {
  is: 'claimed',
  authority: 'R11',
  organization: "Let's Encrypt",
  why: 'signature-fails',
  localRoot: true,
};
export const LOCAL: Issuer = { is: 'local', authority: 'Company Proxy', organization: 'Company' };
export const OTHER: Issuer = { is: 'other', authority: 'Example TLS CA', organization: 'Example Trust' };
export const HIDDEN: Issuer = { is: 'unknown', why: 'hidden-by-browser' };

/** The endpoints of Let's Encrypt's certificates: as issued today, and before May 2025. */
export const TODAY = {
  ocsp: [],
  crl: ['http://r11.c.lencr.org/45.crl'],
  issuer: ['http://r11.i.lencr.org/'],
};
export const BEFORE_2025 = { ocsp: ['http://r11.o.lencr.org'], crl: [], issuer: ['http://r11.i.lencr.org/'] };
export const ANOTHERS = {
  ocsp: ['http://ocsp.example-trust.test/'],
  crl: ['http://crl.example-trust.test/1.crl'],
  issuer: ['http://issuer.example-trust.test/ca.cer'],
};

const AT = Date.UTC(2026, 10, 22, 14, 2);

export function certificate(endpoints: CertificateFacts['endpoints'], days = 90): CertificateFacts {
  return {
    sha256: 'ab'.repeat(32),
    serialNumber: '03ab',
    notBefore: '2026-11-01T00:00:00Z',
    notAfter: new Date(Date.UTC(2026, 10, 1) + days * 86_400_000).toISOString(),
    mustStaple: false,
    endpoints,
  };
}

export function sighting(details: Partial<Sighting> = {}): Sighting {
  return {
    origin: 'https://example.org',
    at: AT,
    certificate: 'ab'.repeat(32),
    builtInRoot: true,
    usedOcsp: false,
    fromCache: false,
    ...details,
  };
}

/** What Chromium tells: the certificate alone. */
export const CHROMIUM_SIGHTING: Partial<Sighting> = { builtInRoot: null, usedOcsp: null };

export function evidence(details: Partial<HostEvidence> = {}): HostEvidence {
  return {
    origin: 'https://example.org',
    sighting: sighting(),
    certificate: certificate(TODAY),
    issuer: PROVEN,
    reusedFrom: null,
    contacts: [],
    triedAt: null,
    ...details,
  };
}

/** Nothing was seen of the host's certificate. */
export function unseen(issuer: Issuer = HIDDEN): HostEvidence {
  return evidence({ sighting: null, certificate: null, issuer });
}

export function contact(channel: Contact['channel'], endpoint: string): Contact {
  return { channel, endpoint, at: AT, means: 'proxy-request' };
}

export function context(browser: Browser, watched: Iterable<Contact['channel']> = []): Context {
  return {
    browser,
    certificateApi: 'webRequest.getSecurityInfo',
    watched: new Set(watched),
    authoritiesAsOf: '2026-08-21',
  };
}
