/** The background as a whole, from the browser's events to the toolbar and the answers to pages, in a browser in memory. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PageReport } from '../../../src/exposure/exposure.ts';
import { fakeStorage } from '../ui/fake-storage.ts';
import { BrowserInMemory, type Kind } from './browser-in-memory.ts';
import { certificate, response, securityInfo } from './responses.ts';

const SITE = 'https://site.example/';
const DER = certificate('Example Trust');
const LETS_ENCRYPT = certificate("Let's Encrypt");

let browser: BrowserInMemory;

beforeEach(() => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
});
afterEach(async () => {
  await browser.stop();
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** A tab shows a page that came over a connection with this certificate. */
async function visit(url: string, der: Uint8Array | null, more: Record<string, unknown> = {}): Promise<void> {
  const known = browser.tabs.find(({ id }) => id === 1);
  if (known === undefined) browser.tabs.push({ id: 1, url, incognito: false });
  else known.url = url;
  browser.securityInfo = () => (der === null ? null : securityInfo(der, 'firefox', more));
  const shown = der === null ? {} : { securityInfo: securityInfo(der, 'chromium') };
  browser.events.headers.fire(response(url, browser.kind === 'chromium' ? shown : {}));
  const change = browser.kind === 'firefox' ? { status: 'loading', url } : { status: 'loading' };
  browser.events.tabUpdated.fire(1, change, { url });
  await browser.settled();
}

async function reportOf(tabId = 1): Promise<PageReport> {
  return (await browser.ask({ type: 'report', tabId })) as PageReport;
}

describe.each<Kind>(['firefox', 'chromium'])('the background in %s', (kind) => {
  beforeEach(async () => {
    browser = new BrowserInMemory(kind);
    await browser.start();
  });

  it('shows on the toolbar, and tells pages, who issued the certificate of the page', async () => {
    await visit(SITE, DER);
    expect(browser.toolbar.get(1)).toEqual({
      title: expect.stringContaining("No Let's Encrypt"),
      icon: '/icons/no-lets-encrypt-16.png',
    });
    expect(await reportOf()).toMatchObject({
      kind: 'https',
      host: 'site.example',
      visibility: 'visible',
      page: { main: { issuer: { is: 'other', authority: 'Example Trust' } } },
    });
  });

  it('draws the button again after an event of its tab, and for a further host only where that changes it', async () => {
    await visit(SITE, DER);
    browser.toolbar.clear();
    const told = kind === 'chromium' ? { securityInfo: securityInfo(DER, kind) } : {};
    const part = response('https://part.example/a.png', { type: 'image', ...told });
    browser.events.headers.fire(part);
    await browser.settled();
    expect(browser.toolbar.get(1)).toBeUndefined();
    browser.events.tabUpdated.fire(1, { status: 'complete' }, { url: SITE });
    await browser.settled();
    expect(browser.toolbar.get(1)).toHaveProperty('icon', '/icons/no-lets-encrypt-16.png');
  });

  it('never takes a name for a proof', async () => {
    await visit(SITE, LETS_ENCRYPT);
    expect(await reportOf()).toMatchObject({ page: { main: { issuer: { is: 'claimed' } } } });
  });

  it('says so when a certificate could not be read, and goes on', async () => {
    await visit(SITE, Uint8Array.of(1, 2, 3));
    expect(await reportOf()).toMatchObject({ visibility: 'unreadable' });
    await visit('https://other.example/', DER);
    expect(await reportOf()).toMatchObject({ visibility: 'visible' });
  });

  it('knows a page after it was stopped and started anew', async () => {
    await visit(SITE, DER);
    await browser.stop();
    await browser.start();
    expect(await reportOf()).toMatchObject({ visibility: 'visible' });
  });

  it('says that it may not look once the access is withdrawn, in the middle of a page, and recovers', async () => {
    await visit(SITE, DER);
    browser.origins = [];
    browser.events.withdrawn.fire({ origins: ['*://*/*'] });
    await browser.settled();
    await visit('https://other.example/', null);
    expect(await reportOf()).toMatchObject({ siteAccess: false, visibility: 'no-site-access' });
    browser.origins = ['*://*/*'];
    browser.events.granted.fire({ origins: ['*://*/*'] });
    await browser.settled();
    expect(await reportOf()).toMatchObject({ siteAccess: true });
  });

  it('keeps nothing of a tab that is closed', async () => {
    await visit(SITE, DER);
    expect(Object.keys(await fakeStorage.session.get())).toContain('visit:1');
    browser.tabs = [];
    browser.events.tabRemoved.fire(1, { windowId: 1, isWindowClosing: false });
    await browser.settled();
    expect(Object.keys(await fakeStorage.session.get())).not.toContain('visit:1');
    expect(await reportOf()).toEqual({ kind: 'not-a-site' });
  });

  it('takes a record along to the new number of its tab, and shows the tab that is activated', async () => {
    await visit(SITE, DER);
    browser.tabs = [{ id: 2, url: SITE, incognito: false }];
    browser.events.tabReplaced.fire(2, 1);
    await browser.settled();
    expect(await reportOf(2)).toMatchObject({ visibility: 'visible' });
    browser.toolbar.clear();
    browser.events.tabActivated.fire({ tabId: 2, windowId: 1 });
    await browser.settled();
    expect(browser.toolbar.get(2)?.title).toContain("No Let's Encrypt");
  });

  it('brings every tab up to date when it is installed and when the browser starts', async () => {
    browser.tabs = [{ id: 4, url: 'about:blank', incognito: false }];
    browser.events.installed.fire({ reason: 'update' });
    await browser.settled();
    expect(browser.toolbar.get(4)?.icon).toBe('/icons/no-site-16.png');
    browser.toolbar.clear();
    browser.events.startup.fire();
    await browser.settled();
    expect(browser.toolbar.get(4)?.icon).toBe('/icons/no-site-16.png');
  });

  it('opens its welcome page once installed, unless an administrator says otherwise, and never after an update', async () => {
    browser.events.installed.fire({ reason: 'update' });
    await browser.settled();
    expect(browser.opened).toEqual([]);
    await fakeStorage.managed.set({ welcomePage: false });
    browser.events.installed.fire({ reason: 'install' });
    await browser.settled();
    expect(browser.opened).toEqual([]);
    fakeStorage.managed.clear();
    browser.events.installed.fire({ reason: 'install' });
    // Chromium may tell of a policy a little later.
    await vi.waitFor(() => expect(browser.opened).toEqual(['extension://own/welcome/index.html']), 10_000);
  });

  it('answers only its own pages, and only what it knows', async () => {
    await visit(SITE, DER);
    const messages = [{ type: 'report', tabId: 1 }, { type: 'certificate-visibility' }];
    const strangers = [
      { id: 'stranger', url: 'extension://stranger/page.html' },
      { id: 'stranger', url: 'extension://own/popup/index.html' },
      { id: 'relying-party@test', url: SITE },
      { id: 'relying-party@test', url: 'extension://own.example/' },
      { id: 'relying-party@test' },
      {},
    ];
    for (const message of messages)
      for (const stranger of strangers) expect(browser.ask(message, stranger)).toBeUndefined();
    for (const message of UNKNOWN) expect(browser.ask(message)).toBeUndefined();
    for (const message of messages) expect(await browser.ask(message)).not.toBeUndefined();
  });
});

/** What an older or newer version, or something else, might say. */
const UNKNOWN: unknown[] = [
  undefined,
  null,
  0,
  '',
  'report',
  [],
  { type: 'report' },
  { type: 'report', tabId: Number.NaN },
  { type: 'report', tabId: 1, version: 2 },
  { type: ['report'], tabId: 1 },
  { type: 'x'.repeat(10_000_000) },
  { type: 'erase' },
  { type: 'certificate-visibility', more: [] },
  { type: 'changed', tabId: 1 },
  { type: 'history-changed', change: 'erased' },
  { __proto__: null, type: 'report' },
  Array.from({ length: 100_000 }, () => ({ type: 'report', tabId: 1 })),
];

describe('Chromium', () => {
  beforeEach(async () => {
    browser = new BrowserInMemory('chromium');
  });

  it('is said to be too old where it knows no certificates', async () => {
    const { addListener } = browser.events.headers;
    Object.assign(browser.events.headers, {
      addListener: (listener: () => void, filter: { types: string[] }, extra: string[]) => {
        if (extra.includes('securityInfoRawDer')) throw new TypeError('Unexpected word');
        addListener(listener, filter);
      },
    });
    await browser.start();
    await visit(SITE, null);
    expect(await reportOf()).toMatchObject({ visibility: 'browser-too-old' });
    expect(await browser.ask({ type: 'certificate-visibility' })).toBe('too-old');
  });

  it('is said to hide certificates until it shows one', async () => {
    await browser.start();
    await visit(SITE, null);
    expect(await reportOf()).toMatchObject({ visibility: 'hidden-by-browser' });
    expect(await browser.ask({ type: 'certificate-visibility' })).toBe('hidden');
    await visit(SITE, DER);
    expect(await browser.ask({ type: 'certificate-visibility' })).toBe('shown');
  });

  it('makes redirects of its own, for which nobody was asked', async () => {
    await browser.start();
    browser.tabs = [{ id: 1, url: SITE, incognito: false }];
    const headers = [{ name: 'Non-Authoritative-Reason', value: 'HSTS' }];
    browser.events.headers.fire(
      response('http://site.example/', { responseHeaders: headers, statusCode: 307 }),
    );
    await browser.settled();
    expect(Object.keys(await fakeStorage.session.get())).not.toContain('visit:1');
  });
});

describe('Firefox', () => {
  beforeEach(() => {
    browser = new BrowserInMemory('firefox');
  });

  const check = (more: Record<string, unknown> = {}) => ({
    requestId: 'check',
    url: 'http://o.example/',
    method: 'POST',
    type: 'other',
    tabId: -1,
    incognito: false,
    timeStamp: Date.now(),
    ...more,
  });

  /** A page comes, and while its connection is made, its certificate is checked. */
  async function visitWithCheck(more: Record<string, unknown> = {}): Promise<void> {
    browser.tabs = [{ id: 1, url: SITE, incognito: false }];
    browser.events.departure.fire(response(SITE));
    browser.events.departure.fire(check(more));
    await visit(SITE, DER, { usedOcsp: true });
    browser.events.started.fire(response(SITE));
    await browser.settled();
  }

  it('sees a check leave with the precise watch, and matches it with its page', async () => {
    browser.permissions = ['proxy'];
    await browser.start();
    await visitWithCheck();
    const report = await reportOf();
    expect(report).toMatchObject({ page: { main: { channels: { ocsp: { state: 'seen-leaving' } } } } });
  });

  it('has the tries that the browser reports without it', async () => {
    await browser.start();
    await visitWithCheck();
    expect(browser.events.departure.heard).toBe(false);
    expect(await reportOf()).toMatchObject({ page: { main: { channels: { ocsp: { state: 'tried' } } } } });
  });

  it('begins to watch when it is allowed to, and ends when that is withdrawn in mid-work', async () => {
    await browser.start();
    browser.grant('proxy');
    expect(browser.events.departure.heard).toBe(true);
    browser.events.departure.fire(response(SITE));
    browser.withdraw('proxy');
    expect(browser.events.started.heard || browser.events.failed.heard).toBe(false);
    await visit(SITE, DER, { usedOcsp: true });
    expect(await reportOf()).toMatchObject({ page: { main: { channels: { ocsp: { state: 'tried' } } } } });
  });

  it('takes a request that ended before the answer for a visit whose certificate was not seen', async () => {
    await browser.start();
    await visit(SITE, null);
    expect(await reportOf()).toMatchObject({ visibility: 'not-seen' });
  });

  it('keeps nothing of a private window once the last is closed', async () => {
    await browser.start();
    browser.tabs = [{ id: 7, url: SITE, incognito: true }];
    browser.securityInfo = () => securityInfo(DER, 'firefox', { usedOcsp: true });
    browser.events.headers.fire(response(SITE, { tabId: 7, incognito: true }));
    await browser.settled();
    expect(Object.keys(await fakeStorage.session.get()).join()).toMatch(/private-/);
    browser.tabs = [];
    browser.events.tabRemoved.fire(7, {});
    await browser.settled();
    expect(Object.keys(await fakeStorage.session.get())).toEqual(['history-pruned']);
  });

  it.each([
    ['of its tab', { tabId: 7, type: 'image' }],
    ['of its page', { tabId: 7 }],
    ['of no tab', { tabId: -1, type: 'image' }],
  ])('keeps nothing of a private window of which a response %s comes after its end', async (_, late) => {
    await browser.start();
    browser.tabs = [{ id: 7, url: SITE, incognito: true }];
    browser.securityInfo = () => securityInfo(DER, 'firefox', { usedOcsp: true });
    browser.events.headers.fire(response(SITE, { tabId: 7, incognito: true }));
    await browser.settled();
    browser.tabs = [];
    browser.events.tabRemoved.fire(7, {});
    await browser.settled();
    const other = 'https://other.example/';
    browser.events.headers.fire(response(other, { incognito: true, ...late }));
    await browser.settled();
    expect(Object.keys(await fakeStorage.session.get())).toEqual(['history-pruned']);
  });
});
