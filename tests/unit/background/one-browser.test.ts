/** What only one of the browsers does, from its events to the answers to pages, in a browser in memory. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeStorage } from '../ui/fake-storage.ts';
import { BrowserInMemory } from './browser-in-memory.ts';
import { reportOf, visit } from './page-visit.ts';
import { certificate, response, securityInfo } from './responses.ts';

const SITE = 'https://site.example/';
const DER = certificate('Example Trust');

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
    await visit(browser, SITE, null);
    expect(await reportOf(browser)).toMatchObject({ visibility: 'browser-too-old' });
    expect(await browser.ask({ type: 'certificate-visibility' })).toBe('too-old');
  });

  it('is said to hide certificates until it shows one', async () => {
    await browser.start();
    await visit(browser, SITE, null);
    expect(await reportOf(browser)).toMatchObject({ visibility: 'hidden-by-browser' });
    expect(await browser.ask({ type: 'certificate-visibility' })).toBe('hidden');
    await visit(browser, SITE, DER);
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
    await visit(browser, SITE, DER, { usedOcsp: true });
    browser.events.started.fire(response(SITE));
    await browser.settled();
  }

  it('sees a check leave with the precise watch, and matches it with its page', async () => {
    browser.permissions = ['proxy'];
    await browser.start();
    await visitWithCheck();
    const report = await reportOf(browser);
    expect(report).toMatchObject({ page: { main: { channels: { ocsp: { state: 'seen-leaving' } } } } });
  });

  it('has the tries that the browser reports without it', async () => {
    await browser.start();
    await visitWithCheck();
    expect(browser.events.departure.heard).toBe(false);
    expect(await reportOf(browser)).toMatchObject({
      page: { main: { channels: { ocsp: { state: 'tried' } } } },
    });
  });

  it('begins to watch when it is allowed to, and ends when that is withdrawn in mid-work', async () => {
    await browser.start();
    browser.grant('proxy');
    expect(browser.events.departure.heard).toBe(true);
    browser.events.departure.fire(response(SITE));
    browser.withdraw('proxy');
    expect(browser.events.started.heard || browser.events.failed.heard).toBe(false);
    await visit(browser, SITE, DER, { usedOcsp: true });
    expect(await reportOf(browser)).toMatchObject({
      page: { main: { channels: { ocsp: { state: 'tried' } } } },
    });
  });

  it('takes a request that ended before the answer for a visit whose certificate was not seen', async () => {
    await browser.start();
    await visit(browser, SITE, null);
    expect(await reportOf(browser)).toMatchObject({ visibility: 'not-seen' });
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
