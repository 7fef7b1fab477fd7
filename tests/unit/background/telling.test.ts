/** Who is told of a page while it loads, and of one that is left before anybody was told, in a browser in memory. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { HistoryEntry } from '../../../src/history/entry.ts';
import { fakeStorage } from '../ui/fake-storage.ts';
import { BrowserInMemory, type Kind } from './browser-in-memory.ts';
import { certificate, response, securityInfo } from './responses.ts';

const A = 'https://a.example/';
const B = 'https://b.example/';
/** The certificate that the next response comes with. */
let der: Uint8Array;

const entries = new Map<string, HistoryEntry>();
vi.mock('../../../extension/platform/history-database.ts', () => ({
  async changeEntry(_day: string, site: string, change: (known: HistoryEntry | null) => HistoryEntry) {
    entries.set(site, change(entries.get(site) ?? null));
  },
  async pruneHistory() {},
}));

let browser: BrowserInMemory;

afterEach(async () => {
  await browser.stop();
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** Views of each site in the history. */
function views(): Record<string, number> {
  return Object.fromEntries(
    [...entries].map(([site, entry]) => [site, Object.values(entry.views).reduce((sum, each) => sum + each)]),
  );
}

/** A browser in which the history is on. */
async function start(kind: Kind, permissions: string[] = []): Promise<void> {
  entries.clear();
  der = certificate('Example Trust');
  browser = new BrowserInMemory(kind);
  browser.permissions = permissions;
  browser.securityInfo = () => securityInfo(der, 'firefox');
  await fakeStorage.local.set({ settings: { history: true } });
  await browser.start();
  await browser.settled();
}

function respond(url: string, more: Record<string, unknown> = {}): void {
  const shown = browser.kind === 'chromium' ? { securityInfo: securityInfo(der, browser.kind) } : {};
  browser.events.headers.fire(response(url, { ...shown, ...more }));
}

/** The tab shows a page, which goes on loading. Nobody is told yet: the pause does not end. */
async function show(url: string, more: Record<string, unknown> = {}): Promise<void> {
  browser.tabs = [{ id: 1, url, incognito: false }];
  respond(url, more);
  const change = browser.kind === 'firefox' ? { status: 'loading', url } : { status: 'loading' };
  browser.events.tabUpdated.fire(1, change, { url });
  await browser.settled();
}

/** From now on the pause before a telling ends only when the test says so. */
async function pausesLast(): Promise<{ end: () => void }> {
  const { PAUSE } = await import('../../../extension/background/telling.ts');
  const ends: (() => void)[] = [];
  vi.stubGlobal('setTimeout', (work: () => void, time: number) =>
    time === PAUSE ? ends.push(work) : setImmediate(work),
  );
  return { end: () => ends.splice(0).forEach((work) => work()) };
}

describe.each<Kind>(['firefox', 'chromium'])('in %s', (kind) => {
  beforeEach(() => start(kind));

  it('a page that loads is told of after a pause, and at once when it is complete', async () => {
    const pauses = await pausesLast();
    await show(A);
    expect(browser.toolbar.size).toBe(0);
    pauses.end();
    await browser.settled();
    expect(browser.toolbar.get(1)?.title).toContain("No Let's Encrypt");
    await show('https://letsencrypt.org/');
    expect(browser.toolbar.get(1)?.title).toContain("No Let's Encrypt");
    browser.events.tabUpdated.fire(1, { status: 'complete' }, { url: 'https://letsencrypt.org/' });
    await browser.settled();
    expect(browser.toolbar.get(1)?.title).not.toContain("No Let's Encrypt");
  });

  it('a page that is left before anybody was told is in the history once, before the next one', async () => {
    const pauses = await pausesLast();
    await show(A);
    await show(B);
    expect(views()).toEqual({});
    pauses.end();
    await browser.settled();
    expect(Object.entries(views())).toEqual([
      ['a.example', 1],
      ['b.example', 1],
    ]);
  });

  it('pages that are left one after the other are in the history in that order', async () => {
    const pauses = await pausesLast();
    await show(A);
    await show(B);
    await show('https://c.example/');
    pauses.end();
    await browser.settled();
    expect(Object.keys(views())).toEqual(['a.example', 'b.example', 'c.example']);
  });

  it('a page whose tab is closed before anybody was told is in the history', async () => {
    await pausesLast();
    await show(A);
    browser.tabs = [];
    browser.events.tabRemoved.fire(1, { windowId: 1, isWindowClosing: false });
    await browser.settled();
    expect(views()).toEqual({ 'a.example': 1 });
    expect(Object.keys(await fakeStorage.session.get())).not.toContain('visit:1');
  });

  it('what a page showed after it was told of is in the history when the page is left', async () => {
    const pauses = await pausesLast();
    await show(A);
    pauses.end();
    await browser.settled();
    expect(entries.get('a.example')?.views).toMatchObject({ 'no-lets-encrypt': 1 });
    der = certificate("Let's Encrypt", 'http://r3.o.lencr.org/');
    respond('https://part.example/a.png', { type: 'image', initiator: A, documentUrl: A });
    await browser.settled();
    await show(B);
    pauses.end();
    await browser.settled();
    expect(entries.get('a.example')?.views).toMatchObject({ 'no-lets-encrypt': 0 });
    expect(views()).toEqual({ 'a.example': 1, 'b.example': 1 });
  });

  it('a private page that is left is in no history', async () => {
    const pauses = await pausesLast();
    browser.tabs = [{ id: 1, url: A, incognito: true }];
    respond(A, { incognito: true });
    browser.events.tabUpdated.fire(1, { status: 'loading', url: A }, { url: A });
    await browser.settled();
    browser.tabs = [{ id: 1, url: B, incognito: true }];
    respond(B, { incognito: true });
    browser.events.tabUpdated.fire(1, { status: 'loading', url: B }, { url: B });
    await browser.settled();
    pauses.end();
    browser.events.tabRemoved.fire(1, { windowId: 1, isWindowClosing: true });
    await browser.settled();
    expect(views()).toEqual({});
  });

  it('a page that was only on its way is in no history', async () => {
    const pauses = await pausesLast();
    await show(A);
    respond(B, { requestId: 'never shown' });
    await browser.settled();
    pauses.end();
    browser.tabs = [];
    browser.events.tabRemoved.fire(1, { windowId: 1, isWindowClosing: false });
    await browser.settled();
    expect(views()).toEqual({ 'a.example': 1 });
  });
});

describe('Firefox with the precise watch', () => {
  beforeEach(() => start('firefox', ['proxy']));

  it('tells of a contact at once, whether or not its page is complete', async () => {
    await pausesLast();
    const responder = 'http://o.example/';
    der = certificate('Example Trust', responder);
    browser.securityInfo = () => securityInfo(der, 'firefox', { usedOcsp: true });
    browser.tabs = [{ id: 1, url: A, incognito: false }];
    browser.events.departure.fire(response(A));
    browser.events.departure.fire({
      ...response(responder, { requestId: 'check', method: 'POST', type: 'other', tabId: -1 }),
    });
    await show(A);
    browser.events.started.fire(response(A));
    await browser.settled();
    expect(browser.toolbar.get(1)?.title).toBeDefined();
    expect(entries.get('a.example')?.contacts).toMatchObject([{ channel: 'ocsp', means: 'proxy-request' }]);
  });
});
