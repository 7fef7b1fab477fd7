/**
 * Storage with anything in it, at every key: as another version left it, or as a disk or a person broke it. The
 * background starts, says what it lost where a page depends on it, loses nothing else, and sees the next page.
 */
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PageReport } from '../../../src/exposure/exposure.ts';
import {
  LOCAL_KINDS,
  SESSION_KINDS,
  SYNC_KINDS,
  type SessionKind,
} from '../../../extension/platform/stored-kinds.ts';
import { fakeStorage } from '../ui/fake-storage.ts';
import { BrowserInMemory, type Kind } from './browser-in-memory.ts';
import { certificate, response, securityInfo } from './responses.ts';

type Values = Record<string, unknown>;

const SITE = 'https://site.example/';
const DER = certificate('Example Trust');

/** A thousand lists, each in the next. */
const DEEP = Array.from({ length: 1_000 }).reduce<unknown>((inner) => [inner], []);
/** What each start writes anew. */
const RENEWED = new Set<SessionKind | undefined>(['watching:', 'visit-dropped:']);
const GARBAGE: Record<string, unknown> = {
  null: null,
  'a number': 7,
  'a text': 'nonsense',
  'a list': [],
  'an empty record': {},
  'an older version': { version: 0, since: 'ever', at: null },
  'a newer version': { version: 99, pages: {}, more: true },
  'a huge text': 'x'.repeat(1_000_000),
  'a deep one': DEEP,
};

let browser: BrowserInMemory;

beforeEach(() => {
  for (const level of ['warn', 'error'] as const)
    vi.spyOn(console, level).mockImplementation(() => undefined);
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

function respond(url: string, more: Values = {}): void {
  const shown = browser.kind === 'chromium' ? { securityInfo: securityInfo(DER, 'chromium') } : {};
  browser.securityInfo = () => securityInfo(DER, 'firefox', { usedOcsp: true });
  browser.events.headers.fire(response(url, { ...shown, ...more }));
}

async function visit(url: string): Promise<void> {
  browser.tabs = [{ id: 1, url, incognito: false }];
  respond(url);
  browser.events.tabUpdated.fire(1, { status: 'loading', url }, { url });
  await browser.settled();
}

async function report(): Promise<PageReport> {
  return (await browser.ask({ type: 'report', tabId: 1 })) as PageReport;
}

/** What the session's storage holds after a life in which everything happened. */
async function afterALife(kind: Kind): Promise<Values> {
  browser = new BrowserInMemory(kind);
  await browser.start();
  if (kind === 'firefox') browser.grant('proxy');
  respond('https://private.example/', { tabId: 2, incognito: true });
  browser.events.departure.fire({
    requestId: 'check',
    url: 'http://unmatched.example/',
    method: 'POST',
    type: 'other',
    tabId: -1,
    incognito: false,
    timeStamp: 1,
  });
  await visit(SITE);
  await browser.stop();
  const stored = await fakeStorage.session.get();
  const kinds = Object.keys(stored).map((key) => kindOf(key));
  // A key of no kind would be one that nothing here damages.
  expect(kinds).not.toContain(undefined);
  // What this life did not bring is damaged too.
  for (const one of SESSION_KINDS) if (!kinds.includes(one)) stored[`${one}1`] = 'nonsense';
  return stored;
}

function kindOf(key: string): SessionKind | undefined {
  return SESSION_KINDS.find((kind) => key.startsWith(kind));
}

describe.each<Kind>(['firefox', 'chromium'])('in %s', (kind) => {
  let whole: Values;
  beforeAll(async () => {
    whole = await afterALife(kind);
  });

  /** The browser as it was, but for these values; its background starts anew. */
  async function startWith(damaged: Values): Promise<void> {
    browser = new BrowserInMemory(kind);
    browser.tabs = [
      { id: 1, url: SITE, incognito: false },
      { id: 2, incognito: true },
    ];
    if (kind === 'firefox') browser.permissions = ['proxy'];
    await fakeStorage.session.set({ ...whole, ...damaged });
    await browser.start();
  }

  it.each(Object.entries(GARBAGE))(
    '%s at every key leaves a background that sees the next page',
    async (_, garbage) => {
      await startWith(Object.fromEntries(Object.keys(whole).map((key) => [key, garbage])));
      for (const area of [fakeStorage.local, fakeStorage.sync, fakeStorage.managed])
        await area.set(
          Object.fromEntries(
            [...Object.values(LOCAL_KINDS), ...Object.values(SYNC_KINDS), 'welcomePage', 'history'].map(
              (key) => [key, garbage],
            ),
          ),
        );
      expect(await report()).toMatchObject({ kind: 'https', host: 'site.example', trouble: 'dropped' });
      await visit('https://next.example/');
      expect(await report()).toMatchObject({ kind: 'https', host: 'next.example', visibility: 'visible' });
      expect(await report()).not.toHaveProperty('trouble');
      expect(browser.toolbar.get(1)?.title).toBe("No Let's Encrypt certificate");
      // Requests that a person noted are dropped by the page that says so, never by the background.
      expect(Object.keys(await fakeStorage.local.get())).toContain(LOCAL_KINDS.requests);
      await browser.stop();
    },
  );

  it.each(SESSION_KINDS)('a damaged %s costs nothing else', async (damagedKind) => {
    const damaged = Object.keys(whole).filter((key) => kindOf(key) === damagedKind);
    await startWith(Object.fromEntries(damaged.map((key) => [key, { version: 0 }])));
    expect(await report()).toMatchObject({ kind: 'https', host: 'site.example' });
    expect(Reflect.get(await report(), 'trouble')).toBe(damagedKind === 'visit:' ? 'dropped' : undefined);
    await browser.settled();
    const others = Object.entries(whole).filter(
      ([key, value]) => !damaged.includes(key) && !RENEWED.has(kindOf(key)) && value !== 'nonsense',
    );
    expect(await fakeStorage.session.get()).toMatchObject(Object.fromEntries(others));
    await browser.stop();
  });

  it('pages are seen though nothing can be read or kept', async () => {
    browser = new BrowserInMemory(kind);
    await browser.start();
    const { session } = fakeStorage;
    const failing = [
      vi.spyOn(session, 'get').mockRejectedValue(new Error('An unexpected error occurred')),
      vi.spyOn(session, 'set').mockRejectedValue(new Error('Session storage quota bytes exceeded')),
      vi.spyOn(session, 'remove').mockRejectedValue(new Error('An unexpected error occurred')),
    ];
    await visit(SITE);
    expect(await report()).toMatchObject({ kind: 'https', visibility: 'visible', trouble: 'not-kept' });
    for (const spy of failing) spy.mockRestore();
    await visit('https://next.example/');
    expect(await report()).toMatchObject({ kind: 'https', visibility: 'visible' });
    expect(await report()).not.toHaveProperty('trouble');
    expect(Object.keys(await session.get()).filter((key) => kindOf(key) === 'origin:')).not.toEqual([]);
    await browser.stop();
  });
});

describe('a page', () => {
  beforeEach(() => {
    browser = new BrowserInMemory('firefox');
  });

  it.each(Object.entries(GARBAGE))(
    'that finds %s where a visit was left for it takes none',
    async (_, garbage) => {
      await browser.start();
      const { leaveVisit, takeVisit } = await import('../../../extension/platform/handover.ts');
      const visited = { context: 'relying-party' as const, site: 'site.example', contacts: [] };
      const key = await leaveVisit(visited, 1_000);
      await fakeStorage.session.set({ 'handover:damaged': garbage, 'visit:1': garbage });
      expect(await takeVisit('damaged')).toBeNull();
      expect(await takeVisit(key)).toEqual(visited);
      // What nobody took goes with the next one, and what belongs to others stays.
      await fakeStorage.session.set({ 'handover:damaged': garbage });
      await leaveVisit(visited, 1_000);
      expect(Object.keys(await fakeStorage.session.get())).not.toContain('handover:damaged');
      expect(Object.keys(await fakeStorage.session.get())).toContain('visit:1');
      await browser.stop();
    },
  );

  it.each(Object.entries(GARBAGE))(
    'that finds %s in the place of settings has whole ones',
    async (_, garbage) => {
      await browser.start();
      await fakeStorage.local.set({ settings: garbage });
      const { changeSettings, loadSettings } = await import('../../../extension/platform/settings.ts');
      const { DEFAULTS } = await import('../../../src/settings/settings.ts');
      expect(await loadSettings()).toEqual(DEFAULTS);
      await changeSettings({ historyDays: 90 });
      expect(await loadSettings()).toEqual({ ...DEFAULTS, historyDays: 90 });
      await browser.stop();
    },
  );

  it('keeps each setting that fits beside those that do not', async () => {
    await browser.start();
    await fakeStorage.local.set({
      settings: { historyDays: 7, history: 'yes', ownSites: [7], sync: true, later: {} },
    });
    const { loadSettings } = await import('../../../extension/platform/settings.ts');
    expect(await loadSettings()).toMatchObject({ historyDays: 7, history: false, ownSites: [], sync: true });
    await browser.stop();
  });
});
