/** Which browser this is, from what it says of itself. */
import * as v from 'valibot';
import type { Browser } from './browser.ts';

/** What the extension reads from the browser, unchecked; undefined where the browser has no such thing. */
export interface SelfDescription {
  /** Answer of `runtime.getBrowserInfo()`: Firefox and its relatives. */
  browserInfo?: unknown;
  /** `navigator.userAgentData.brands`: Chromium and its relatives. */
  brands?: unknown;
  /** `navigator.userAgent`. */
  userAgent?: unknown;
  /** `os` of `runtime.getPlatformInfo()`. */
  os?: unknown;
}

/** Longer than any browser's name; a longer one is no name to show. */
const NAME_LIMIT = 60;

const Name = v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(NAME_LIMIT));
const BrowserInfo = v.object({ name: Name, version: v.string(), vendor: v.optional(v.string(), '') });
const Brand = v.object({ brand: Name, version: v.string() });

const DESKTOP_SYSTEMS = ['mac', 'win', 'linux', 'cros', 'openbsd'];

/** The browser, as far as its words go; `unknown` or null for whatever they do not tell. Never throws. */
export function identifyBrowser(description: SelfDescription): Browser {
  const platform = platformOf(description.os);
  const names =
    fromBrowserInfo(description.browserInfo) ??
    fromBrands(description.brands) ??
    fromUserAgent(description.userAgent);
  return { ...(names ?? { name: 'unknown', engine: 'unknown', version: null }), platform };
}

type Identity = Omit<Browser, 'platform'>;

function platformOf(os: unknown): Browser['platform'] {
  if (os === 'android') return 'android';
  return typeof os === 'string' && DESKTOP_SYSTEMS.includes(os) ? 'desktop' : 'unknown';
}

function fromBrowserInfo(browserInfo: unknown): Identity | null {
  const parsed = v.safeParse(BrowserInfo, browserInfo);
  if (!parsed.success) return null;
  const { name, version, vendor } = parsed.output;
  // Tor Browser and others keep Firefox's name and change its settings: only the vendor tells them apart.
  const renamed = name === 'Firefox' && vendor !== '' && vendor !== 'Mozilla';
  return { name: renamed ? vendor.slice(0, NAME_LIMIT) : name, engine: 'gecko', version: major(version) };
}

/** https://wicg.github.io/ua-client-hints/: the engine, the browser, and a made-up brand that must be ignored. */
function fromBrands(brands: unknown): Identity | null {
  if (!Array.isArray(brands)) return null;
  const real = brands
    .map((brand) => v.safeParse(Brand, brand))
    .flatMap((parsed) => (parsed.success && !isMadeUp(parsed.output.brand) ? [parsed.output] : []));
  const engine = real.find(({ brand }) => brand === 'Chromium');
  if (engine === undefined) return null;
  const own = real.find(({ brand }) => brand !== 'Chromium');
  return { name: own?.brand ?? 'Chromium', engine: 'chromium', version: major(engine.version) };
}

function isMadeUp(brand: string): boolean {
  return /not.?a.?brand/i.test(brand.replaceAll(/[^a-z]+/gi, ' '));
}

/** For browsers without the two interfaces above. */
function fromUserAgent(userAgent: unknown): Identity | null {
  if (typeof userAgent !== 'string') return null;
  const chromium = /\b(?:Headless)?Chrom(?:e|ium)\/(\d+)/.exec(userAgent);
  if (chromium !== null) {
    const own = [
      { token: /\bEdgA?\//, name: 'Microsoft Edge' },
      { token: /\bOPR\//, name: 'Opera' },
      { token: /\bVivaldi\//, name: 'Vivaldi' },
    ].find(({ token }) => token.test(userAgent));
    return { name: own?.name ?? 'Chromium', engine: 'chromium', version: major(chromium[1]) };
  }
  // The user agent string hides which relative of Firefox this is, so the name claims no more than the engine.
  const gecko = /\bGecko\/\S+ Firefox\/(\d+)/.exec(userAgent);
  return gecko === null ? null : { name: 'Gecko', engine: 'gecko', version: major(gecko[1]) };
}

/** The major version; null for what is no version, or none that a browser could have. */
function major(version: string | undefined): number | null {
  const digits = /^(\d{1,4})(?:\D|$)/.exec(version ?? '')?.[1];
  return digits === undefined ? null : Number(digits);
}
