/**
 * What is known of browsers' checking, with the defaults that they ship, for domain-validated certificates (the only
 * kind that Let's Encrypt issues). The first row that fits counts; what no row covers is unknown.
 */
import type { Source } from '../exposure/source.ts';
import type { Behaviour, Browser, RootKind } from './browser.ts';
import type { Channel } from './channel.ts';

export interface BehaviourRow {
  engine: Browser['engine'];
  /** null: any name on that engine. Other browsers on Firefox's engine ship other settings, so theirs is not known. */
  name: string | null;
  platform: Browser['platform'];
  /** Major versions, both included; `to` null: no later version is known to differ. */
  versions: { from: number; to: number | null };
  roots: Exclude<RootKind, 'unknown'>[];
  channels: Channel[];
  /** Only for certificates that are valid for fewer days than this; null: for all. */
  lifetimeUnderDays: number | null;
  behaviour: Behaviour;
}

const MEASURED_FIREFOX: Source = { kind: 'measured', browser: 'Firefox ESR 153.7.0', date: '2026-11-22' };
export const MEASURED_CHROMIUM: Source = {
  kind: 'measured',
  browser: 'Chromium 156.0.8078.79',
  date: '2026-11-22',
};

/** OCSP for domain-validated certificates ends with Firefox 142; desktop only. */
const MOZILLA_CRLITE: Source = {
  kind: 'page',
  title: 'Mozilla Hacks: CRLite in Firefox',
  date: '2025-08-19',
  url: 'https://hacks.mozilla.org/2025/08/crlite-fast-private-and-comprehensive-certificate-revocation-checking-in-firefox/',
};

/** By one of Edge's engineers: no online OCSP or CRL checks by default, for all but Extended Validation. Not measured. */
const EDGE_REVOCATION: Source = {
  kind: 'page',
  title: 'text/plain: Certificate Revocation in Microsoft Edge',
  date: '2022-08-01',
  url: 'https://textslashplain.com/2022/08/01/certificate-revocation-in-microsoft-edge/',
};

const firefoxDesktop = { engine: 'gecko', name: 'Firefox', platform: 'desktop' } as const;
const chromiumDesktop = { engine: 'chromium', name: null, platform: 'desktop' } as const;

export const BEHAVIOURS: readonly BehaviourRow[] = [
  {
    ...firefoxDesktop,
    // The preference security.pki.cert_short_lifetime_in_days sets the limit.
    versions: { from: 140, to: null },
    roots: ['built-in', 'imported'],
    channels: ['ocsp'],
    lifetimeUnderDays: 10,
    behaviour: { use: 'never', changedBy: 'about-config', source: MEASURED_FIREFOX },
  },
  {
    ...firefoxDesktop,
    // CRLite was on and OCSP not yet off: which certificates were still asked about was not measured.
    versions: { from: 140, to: 141 },
    roots: ['built-in'],
    channels: ['ocsp'],
    lifetimeUnderDays: null,
    behaviour: { use: 'unknown', changedBy: 'about-config', source: MOZILLA_CRLITE },
  },
  {
    ...firefoxDesktop,
    versions: { from: 142, to: 152 },
    roots: ['built-in'],
    channels: ['ocsp'],
    lifetimeUnderDays: null,
    behaviour: { use: 'never', changedBy: 'about-config', source: MOZILLA_CRLITE },
  },
  {
    ...firefoxDesktop,
    versions: { from: 153, to: null },
    roots: ['built-in'],
    channels: ['ocsp'],
    lifetimeUnderDays: null,
    behaviour: { use: 'never', changedBy: 'about-config', source: MEASURED_FIREFOX },
  },
  {
    ...firefoxDesktop,
    // CRLite knows nothing of a root that a user imported, so the switch of 142 did not reach these.
    versions: { from: 140, to: null },
    roots: ['imported'],
    channels: ['ocsp'],
    lifetimeUnderDays: null,
    behaviour: { use: 'by-default', changedBy: 'about-config', source: MEASURED_FIREFOX },
  },
  {
    ...firefoxDesktop,
    versions: { from: 140, to: null },
    roots: ['built-in', 'imported'],
    channels: ['crl', 'issuer'],
    lifetimeUnderDays: null,
    behaviour: { use: 'never', changedBy: null, source: MEASURED_FIREFOX },
  },
  {
    engine: 'gecko',
    name: 'Firefox',
    platform: 'android',
    // Mozilla's announcement leaves Android out, and it was not measured.
    versions: { from: 142, to: null },
    roots: ['built-in', 'imported'],
    channels: ['ocsp'],
    lifetimeUnderDays: null,
    behaviour: { use: 'unknown', changedBy: null, source: MOZILLA_CRLITE },
  },
  {
    ...chromiumDesktop,
    name: 'Microsoft Edge',
    // The policy has the same name in Edge.
    versions: { from: 144, to: null },
    roots: ['built-in', 'imported'],
    channels: ['ocsp', 'crl'],
    lifetimeUnderDays: null,
    behaviour: { use: 'never', changedBy: 'enterprise-policy', source: EDGE_REVOCATION },
  },
  {
    ...chromiumDesktop,
    // The policy is EnableOnlineRevocationChecks.
    versions: { from: 144, to: null },
    roots: ['built-in', 'imported'],
    channels: ['ocsp', 'crl'],
    lifetimeUnderDays: null,
    behaviour: { use: 'never', changedBy: 'enterprise-policy', source: MEASURED_CHROMIUM },
  },
  {
    ...chromiumDesktop,
    // By default, whenever a server leaves its intermediate out; few do, and an extension cannot see which.
    versions: { from: 144, to: null },
    roots: ['built-in', 'imported'],
    channels: ['issuer'],
    lifetimeUnderDays: null,
    behaviour: { use: 'rarely', changedBy: null, source: MEASURED_CHROMIUM },
  },
];

/** The day of the latest of these facts, `YYYY-MM-DD`. */
export const BEHAVIOURS_AS_OF =
  BEHAVIOURS.map(({ behaviour }) => ('date' in behaviour.source ? behaviour.source.date : ''))
    .toSorted()
    .at(-1) ?? '';
