/** The background as a whole, from the browser's events to the toolbar and the answers to pages, in a browser in memory. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeStorage } from '../ui/fake-storage.ts';
import { BrowserInMemory, type Kind } from './browser-in-memory.ts';
import { reportOf, visit } from './page-visit.ts';
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

describe.each<Kind>(['firefox', 'chromium'])('the background in %s', (kind) => {
  beforeEach(async () => {
    browser = new BrowserInMemory(kind);
    await browser.start();
  });

  it('shows on the toolbar, and tells pages, who issued the certificate of the page', async () => {
    await visit(browser, SITE, DER);
    expect(browser.toolbar.get(1)).toEqual({
      title: expect.stringContaining("No Let's Encrypt"),
      icon: '/icons/no-lets-encrypt-16.png',
    });
    expect(await reportOf(browser)).toMatchObject({
      kind: 'https',
      host: 'site.example',
      visibility: 'visible',
      page: { main: { issuer: { is: 'other', authority: 'Example Trust' } } },
    });
  });

  it('draws the button again after an event of its tab, and for a further host only where that changes it', async () => {
    await visit(browser, SITE, DER);
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
    await visit(browser, SITE, LETS_ENCRYPT);
    expect(await reportOf(browser)).toMatchObject({ page: { main: { issuer: { is: 'claimed' } } } });
  });

  it('says so when a certificate could not be read, and goes on', async () => {
    await visit(browser, SITE, Uint8Array.of(1, 2, 3));
    expect(await reportOf(browser)).toMatchObject({ visibility: 'unreadable' });
    await visit(browser, 'https://other.example/', DER);
    expect(await reportOf(browser)).toMatchObject({ visibility: 'visible' });
  });

  it('knows a page after it was stopped and started anew', async () => {
    await visit(browser, SITE, DER);
    await browser.stop();
    await browser.start();
    expect(await reportOf(browser)).toMatchObject({ visibility: 'visible' });
  });

  it('says that it may not look once the access is withdrawn, in the middle of a page, and recovers', async () => {
    await visit(browser, SITE, DER);
    browser.origins = [];
    browser.events.withdrawn.fire({ origins: ['*://*/*'] });
    await browser.settled();
    await visit(browser, 'https://other.example/', null);
    expect(await reportOf(browser)).toMatchObject({ siteAccess: false, visibility: 'no-site-access' });
    browser.origins = ['*://*/*'];
    browser.events.granted.fire({ origins: ['*://*/*'] });
    await browser.settled();
    expect(await reportOf(browser)).toMatchObject({ siteAccess: true });
  });

  it('keeps nothing of a tab that is closed', async () => {
    await visit(browser, SITE, DER);
    expect(Object.keys(await fakeStorage.session.get())).toContain('visit:1');
    browser.tabs = [];
    browser.events.tabRemoved.fire(1, { windowId: 1, isWindowClosing: false });
    await browser.settled();
    expect(Object.keys(await fakeStorage.session.get())).not.toContain('visit:1');
    expect(await reportOf(browser)).toEqual({ kind: 'not-a-site' });
  });

  it('takes a record along to the new number of its tab, and shows the tab that is activated', async () => {
    await visit(browser, SITE, DER);
    browser.tabs = [{ id: 2, url: SITE, incognito: false }];
    browser.events.tabReplaced.fire(2, 1);
    await browser.settled();
    expect(await reportOf(browser, 2)).toMatchObject({ visibility: 'visible' });
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
    await visit(browser, SITE, DER);
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
