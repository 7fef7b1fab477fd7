/** How a browser checks certificates, by what is known of it. */
import type { Source } from '../exposure/source.ts';
import { BEHAVIOURS } from './behaviours.ts';
import type { Behaviour, Browser, CheckingBehaviour, RootKind } from './browser.ts';
import type { Channel } from './channel.ts';

/** Why nothing can be assumed of a browser that is not in the table: no client is obliged to check, or not to. */
const LEFT_TO_CLIENTS: Source = {
  kind: 'page',
  title: 'ISRG CP/CPS 6.2, section 4.9.6',
  date: '2026-08-12',
  url: 'https://letsencrypt.org/documents/isrg-cp-cps-v6.2/',
};

const UNKNOWN: Behaviour = { use: 'unknown', changedBy: null, source: LEFT_TO_CLIENTS };

/**
 * What a browser does on each channel by its defaults, for a certificate whose chain ends in a root of this kind.
 * A browser, version or platform that the table does not cover is `unknown` on every channel. A root of unknown kind
 * has what holds for both kinds; where the kinds differ, the use is `unknown`.
 *
 * @param lifetimeDays days from the certificate's notBefore to its notAfter, also in fractions; null: not known, and
 *   then what holds for short-lived certificates alone is not assumed
 */
export function behaviour(
  browser: Browser,
  root: RootKind,
  lifetimeDays: number | null = null,
): CheckingBehaviour {
  const onChannel = (channel: Channel): Behaviour => {
    if (root !== 'unknown') return known(browser, root, lifetimeDays, channel);
    const builtIn = known(browser, 'built-in', lifetimeDays, channel);
    const imported = known(browser, 'imported', lifetimeDays, channel);
    return builtIn.use === imported.use ? builtIn : { ...builtIn, use: 'unknown' };
  };
  return { ocsp: onChannel('ocsp'), crl: onChannel('crl'), issuer: onChannel('issuer') };
}

type KnownRoot = Exclude<RootKind, 'unknown'>;

function known(browser: Browser, root: KnownRoot, lifetimeDays: number | null, channel: Channel): Behaviour {
  const row = BEHAVIOURS.find(
    (candidate) =>
      candidate.engine === browser.engine &&
      (candidate.name === null || candidate.name === browser.name) &&
      candidate.platform === browser.platform &&
      includes(candidate.versions, browser.version) &&
      candidate.roots.includes(root) &&
      candidate.channels.includes(channel) &&
      (candidate.lifetimeUnderDays === null ||
        (lifetimeDays !== null && lifetimeDays < candidate.lifetimeUnderDays)),
  );
  return row?.behaviour ?? UNKNOWN;
}

function includes(versions: { from: number; to: number | null }, version: number | null): boolean {
  return version !== null && version >= versions.from && (versions.to === null || version <= versions.to);
}
