import { describe, expect, it } from 'vitest';
import type { Browser, RootKind, Use } from '../../../src/revocation/browser.ts';
import { behaviour } from '../../../src/revocation/behaviour.ts';
import { BEHAVIOURS } from '../../../src/revocation/behaviours.ts';
import { CHANNELS, type Channel } from '../../../src/revocation/channel.ts';

const NAMES: [Browser['engine'], string][] = [
  ['gecko', 'Firefox'],
  ['gecko', 'Tor Project'],
  ['gecko', 'LibreWolf'],
  ['chromium', 'Chromium'],
  ['chromium', 'Google Chrome'],
  ['chromium', 'Microsoft Edge'],
  ['chromium', 'Brave'],
  ['unknown', 'Firefox'],
  ['unknown', 'unknown'],
];
const VERSIONS = [null, 0, 139, 140, 141, 142, 143, 144, 152, 153, 156, 200];
const PLATFORMS: Browser['platform'][] = ['desktop', 'android', 'unknown'];
const ROOTS: RootKind[] = ['built-in', 'imported', 'unknown'];
const LIFETIMES = [null, 6, 9.99, 10, 90];

interface Point {
  browser: Browser;
  root: RootKind;
  lifetime: number | null;
}

const SPACE: Point[] = NAMES.flatMap(([engine, name]) =>
  VERSIONS.flatMap((version) =>
    PLATFORMS.flatMap((platform) =>
      ROOTS.flatMap((root) =>
        LIFETIMES.map((lifetime) => ({ browser: { engine, name, version, platform }, root, lifetime })),
      ),
    ),
  ),
);

const firefox = (ocsp: Use): Record<Channel, Use> => ({ ocsp, crl: 'never', issuer: 'never' });

/** What was measured and announced, told once more and apart from the table. */
function expected({ browser, root, lifetime }: Point): Record<Channel, Use> {
  const version = browser.version ?? 0;
  const nothing: Record<Channel, Use> = { ocsp: 'unknown', crl: 'unknown', issuer: 'unknown' };
  if (browser.platform !== 'desktop') return nothing;
  if (browser.engine === 'chromium' && version >= 144)
    return { ocsp: 'never', crl: 'never', issuer: 'rarely' };
  if (browser.engine !== 'gecko' || browser.name !== 'Firefox' || version < 140) return nothing;
  if (lifetime !== null && lifetime < 10) return firefox('never');
  if (root === 'imported') return firefox('by-default');
  return firefox(root === 'built-in' && version >= 142 ? 'never' : 'unknown');
}

describe('behaviour', () => {
  it('is what is known, for every browser, version, platform, root and lifetime', () => {
    expect(SPACE.length).toBeGreaterThan(4000);
    const wrong = SPACE.filter((point) => {
      const { ocsp, crl, issuer } = behaviour(point.browser, point.root, point.lifetime);
      const use = expected(point);
      return ocsp.use !== use.ocsp || crl.use !== use.crl || issuer.use !== use.issuer;
    });
    expect(wrong).toEqual([]);
  });

  it('assumes no short lifetime when none is given', () => {
    const browser: Browser = { name: 'Firefox', engine: 'gecko', version: 153, platform: 'desktop' };
    expect(behaviour(browser, 'imported')).toEqual(behaviour(browser, 'imported', null));
    expect(behaviour(browser, 'imported').ocsp.use).toBe('by-default');
  });

  it('says what can change it', () => {
    const esr = behaviour(
      { name: 'Firefox', engine: 'gecko', version: 153, platform: 'desktop' },
      'built-in',
    );
    expect(esr.ocsp.changedBy).toBe('about-config');
    expect(esr.crl.changedBy).toBeNull();
    const edge = behaviour(
      { name: 'Microsoft Edge', engine: 'chromium', version: 156, platform: 'desktop' },
      'unknown',
    );
    expect(edge.ocsp.changedBy).toBe('enterprise-policy');
    expect(edge.crl.changedBy).toBe('enterprise-policy');
    expect(edge.issuer.changedBy).toBeNull();
  });

  it('names where it was measured, also for a browser that was not itself measured', () => {
    const brave = behaviour(
      { name: 'Brave', engine: 'chromium', version: 160, platform: 'desktop' },
      'built-in',
    );
    expect(brave.ocsp.source).toMatchObject({ kind: 'measured', browser: 'Chromium 156.0.8078.79' });
  });

  it('says of Edge what one of its engineers wrote, and of its fetches only what was measured elsewhere', () => {
    const edge = behaviour(
      { name: 'Microsoft Edge', engine: 'chromium', version: 156, platform: 'desktop' },
      'built-in',
    );
    expect(edge.ocsp.source).toMatchObject({
      kind: 'page',
      title: expect.stringContaining('Microsoft Edge'),
    });
    expect(edge.issuer.source).toMatchObject({ kind: 'measured', browser: 'Chromium 156.0.8078.79' });
  });

  it('has a dated source for everything, the unknown included', () => {
    const sources = SPACE.flatMap(({ browser, root }) => {
      const known = behaviour(browser, root);
      return CHANNELS.map((channel) => known[channel].source);
    });
    const undated = sources.filter(
      (source) => !('date' in source) || !/^\d{4}-\d{2}(-\d{2})?$/.test(source.date),
    );
    expect(undated).toEqual([]);
    expect(sources.filter((source) => source.kind === 'page' && !source.url.startsWith('https://'))).toEqual(
      [],
    );
  });

  it('has no row that an earlier one hides', () => {
    const reached = new Set(
      SPACE.flatMap(({ browser, root, lifetime }) => Object.values(behaviour(browser, root, lifetime))),
    );
    const android = { name: 'Firefox', engine: 'gecko', version: 153, platform: 'android' } as const;
    reached.add(behaviour(android, 'built-in').ocsp);
    expect(BEHAVIOURS.filter((row) => !reached.has(row.behaviour))).toEqual([]);
  });
});
