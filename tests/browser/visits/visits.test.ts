/** What the popup says of a tab stays true whatever browsers do to pages. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { BrowserKind, BrowserUnderTest } from '../driver/driver.ts';
import { until } from '../driver/wait.ts';
import { PopupOnPage } from '../stage/page-object.ts';
import { setStage, type Stage } from '../stage/stage.ts';
import { isReused, Onlooker, otherHosts, reportAbout, reportOnce } from './onlooker.ts';

const kinds: BrowserKind[] = ['firefox', 'chromium'];

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage?.close());

describe.each(kinds)('a visit in %s', (kind) => {
  let browser: BrowserUnderTest;
  beforeAll(async () => {
    browser = await stage.open(kind, { siteAccess: true, certificateFlag: true });
  });
  afterAll(() => browser?.close());
  // A tab of its own for each test, so that none sees what another left in its record.
  beforeEach(() => browser.visit('about:blank', { newTab: true }));
  afterEach(() => browser.closeTab());

  const url = (id: string, path = '/'): string => new URL(path, stage.world.site(id).url).href;
  const host = (id: string): string => stage.world.site(id).host;

  /** Goes where the page's own script sends it. */
  const follow = (address: string) => browser.evaluate(`void (location.href = ${JSON.stringify(address)})`);

  /** Waits until the page has asked so many hosts, for as long as it goes on asking. */
  async function untilAsked(count: number): Promise<void> {
    for (let before = -1, asked = 0; asked < count;) {
      before = asked;
      asked = await until(`more than ${before} of ${count} hosts to be asked`, async () => {
        const now = await browser.evaluate<number>('Number(document.documentElement.dataset.asked ?? 0)');
        return now > before ? now : undefined;
      });
    }
  }

  it('is remembered when the background is stopped between any two events', async () => {
    await browser.visit(url('many-hosts'));
    const hosts = ['images', 'scripts', 'frame', 'socket', 'staging'].map(host);
    const before = await reportOnce(browser, 'all hosts', (report) =>
      hosts.every((one) => otherHosts(report).includes(one)),
    );
    await browser.killBackground();
    const after = await reportAbout(browser, url('many-hosts'));
    expect(otherHosts(after)).toEqual(otherHosts(before));
    await browser.killBackground();
    await browser.visit(url('another-ca'));
    await reportAbout(browser, url('another-ca'));
    await browser.killBackground();
    expect((await reportAbout(browser, url('another-ca'))).page.others).toEqual([]);
  });

  it('shows the page that the Back button returns to, as reused where nothing was asked for', async () => {
    await browser.visit(url('today', '/cached'));
    await browser.evaluate(`void (document.documentElement.dataset.before = 'yes')`);
    await browser.visit(url('another-ca'));
    await browser.back();
    const restored = await browser.evaluate<boolean>(`document.documentElement.dataset.before === 'yes'`);
    const report = await reportAbout(browser, url('today'));
    expect(report.page.main.issuer.is).toBe('proven');
    expect(isReused(report)).toBe(restored);
  });

  it('keeps apart two pages of one site, on the way back too', async () => {
    await browser.visit(url('today', '/loads?site=images'));
    await reportOnce(browser, 'its image', (report) => otherHosts(report).includes(host('images')));
    await browser.visit(url('today', '/plain'));
    expect(otherHosts(await reportAbout(browser, url('today')))).toEqual([]);
    await browser.back();
    await reportOnce(browser, 'its image again', (report) => otherHosts(report).includes(host('images')));
  });

  it('of a page that a service worker made says that its facts are reused', async () => {
    await browser.visit(url('wildcard', '/register-worker'));
    await until('the service worker', () =>
      browser
        .evaluate<boolean>(`document.documentElement.dataset.worker === 'ready'`)
        .then((ready) => ready || undefined),
    );
    await browser.visit(url('wildcard', '/made-by-worker'));
    const report = await reportOnce(browser, 'reused facts', isReused);
    expect(report.page.main.issuer.is).toBe('proven');
    expect(await browser.evaluate('document.title')).toBe('made by a worker');
  });

  it('ends a redirect chain at the site that is shown, with the sites on the way', async () => {
    await browser.visit(url('today', '/to?via=wildcard,six-day&site=another-ca&path=/plain'));
    const report = await reportAbout(browser, url('another-ca'));
    expect(isReused(report)).toBe(false);
    expect(otherHosts(report)).toEqual([host('six-day'), host('today'), host('wildcard')].toSorted());
  });

  it('after an HSTS upgrade is one of https alone', async () => {
    await browser.visit(url('today', '/strict'));
    await browser.visit(url('today', '/plain').replace('https:', 'http:'));
    const report = await reportAbout(browser, url('today'));
    expect(report.page.main.issuer.is).toBe('proven');
    expect(otherHosts(report)).toEqual([]);
  });

  it.each([
    ['a download', '/download'],
    ['a download that does not say so', '/archive'],
    ['an answer without content', '/nothing'],
  ])('stays with the page when the answer is %s', async (_, path) => {
    await browser.visit(url('today', '/loads?site=images'));
    const asked = stage.world.log.length;
    await follow(url('another-ca', path));
    await until(
      'the request',
      () => stage.world.log.slice(asked).some((entry) => entry.path === path) || undefined,
    );
    const report = await reportOnce(browser, 'the page that stays', (one) =>
      otherHosts(one).includes(host('images')),
    );
    expect(report.host).toBe(new URL(url('today')).host);
    expect((await browser.icon()).title).toContain('probably not asked');
  });

  it('keeps tabs of one site apart', async () => {
    await browser.visit(url('today', '/loads?site=images'));
    const first = await browser.currentTabId();
    await browser.visit(url('today', '/plain'), { newTab: true });
    expect(otherHosts(await reportAbout(browser, url('today')))).toEqual([]);
    await Onlooker.with(browser, async (onlooker) => {
      expect(await onlooker.report(first)).toMatchObject({ page: { others: [{ host: host('images') }] } });
    });
    await browser.closeTab();
  });

  it('takes no WebSocket of the page before for one of this page', async () => {
    await browser.visit(url('websocket'));
    await reportAbout(browser, url('websocket'));
    await browser.visit(url('today', '/plain'));
    expect(otherHosts(await reportAbout(browser, url('today')))).toEqual([]);
  });

  it('keeps a WebSocket that outlives a change of its address, and one that is opened after it', async () => {
    const open = (id: string) =>
      browser.evaluate<string>(`new Promise((resolve, reject) => {
        const socket = new WebSocket(${JSON.stringify(url(id, '/socket').replace('https:', 'wss:'))});
        (window.sockets ??= []).push(socket);
        socket.onopen = () => socket.send('hello');
        socket.onmessage = ({ data }) => resolve(data);
        socket.onerror = () => reject(new Error('no WebSocket'));
      })`);
    await browser.visit(url('today', '/plain'));
    await open('socket');
    await reportOnce(browser, 'the WebSocket', (report) => otherHosts(report).includes(host('socket')));
    await browser.evaluate(`void history.pushState(null, '', '/moved')`);
    await open('websocket');
    const report = await reportOnce(browser, 'the other WebSocket', (one) =>
      otherHosts(one).includes(host('websocket')),
    );
    expect(otherHosts(report)).toEqual([host('socket'), host('websocket')].toSorted());
    expect(await browser.evaluate(`window.sockets.map(({ readyState }) => readyState)`)).toEqual([1, 1]);
    // With its page, it is gone.
    await browser.visit(url('another-ca', '/plain'));
    expect(otherHosts(await reportAbout(browser, url('another-ca')))).toEqual([]);
  });

  it('takes what a service worker asks for to be of no page, and the page for what it is', async () => {
    await browser.visit(url('wildcard', '/register-worker'));
    const ready = `navigator.serviceWorker.ready.then(() => navigator.serviceWorker.controller !== null)`;
    await until('the service worker', async () =>
      (await browser.evaluate<boolean>(ready)) ? true : undefined,
    );
    const asked = `/through-worker?url=${encodeURIComponent(url('images', '/image.svg'))}`;
    const since = Date.now();
    await browser.evaluate(`fetch(${JSON.stringify(asked)}, { mode: 'no-cors' }).then(() => true)`);
    expect(stage.world.since(since, 'site').map((one) => one.host)).toContain(host('images'));
    await browser.visit(url('another-ca', '/plain'));
    expect(otherHosts(await reportAbout(browser, url('another-ca')))).toEqual([]);
    // What was seen there serves a page of that site that comes without a response.
    await Onlooker.with(browser, async (onlooker) => {
      const known = await onlooker.stored();
      expect(known.filter((key) => key.startsWith('origin:') && key.includes(host('images')))).toHaveLength(
        1,
      );
      expect(known).not.toContain('visit:-1');
    });
  });

  it('goes with its tab to another window', async () => {
    const shown = { page: { others: [{ host: host('images') }] } };
    await Onlooker.with(browser, async (onlooker) => {
      const create = { url: url('today', '/loads?site=images'), active: false };
      const tabId = await onlooker.evaluate<number>(
        `chrome.tabs.create(${JSON.stringify(create)}).then(({ id }) => id)`,
      );
      await expect.poll(() => onlooker.report(tabId)).toMatchObject(shown);
      await onlooker.evaluate(`chrome.windows.create({ tabId: ${tabId} }).then(() => true)`);
      await expect.poll(() => onlooker.report(tabId)).toMatchObject(shown);
      await onlooker.evaluate(`chrome.tabs.remove(${tabId})`);
    });
  });

  it('of 2,000 hosts is bounded, and says how many are left out', { timeout: 300_000 }, async () => {
    await browser.visit(url('wide', '/wide'));
    await untilAsked(2_000);
    // The page's own host and 2,000 others, of which 300 are kept.
    const report = await reportOnce(browser, '2,001 hosts', ({ page }) => page.omittedHosts >= 1_701, 60_000);
    expect(report.page.others.length).toBe(299);
    expect(report.page.omittedHosts).toBe(1_701);
    const popup = await PopupOnPage.here(browser);
    expect(await popup.wholeText()).toContain('1,701');
    await popup.close();
    // As many sites as are kept at all: what is written from then on would take the place of others.
    await Onlooker.with(browser, (onlooker) => onlooker.evaluate('chrome.storage.session.clear()'));
    await browser.killBackground();
  });

  it('that was never seen, as after a restart, asks for a reload', async () => {
    await browser.visit(url('http1'));
    await reportAbout(browser, url('http1'));
    await Onlooker.with(browser, (onlooker) => onlooker.evaluate('chrome.storage.session.clear()'));
    await browser.killBackground();
    const unseen = await PopupOnPage.here(browser);
    await unseen.says('Reload');
    await unseen.close();
    await browser.reload();
    const report = await reportAbout(browser, url('http1'));
    expect(isReused(report)).toBe(false);
  });

  it('whose record is of another version says so, and is seen anew after a reload', async () => {
    await browser.visit(url('today', '/plain'));
    await reportAbout(browser, url('today'));
    const key = JSON.stringify(`visit:${await browser.currentTabId()}`);
    await browser.killBackground();
    await Onlooker.with(browser, (onlooker) =>
      onlooker.evaluate(`chrome.storage.session.set({ [${key}]: { version: 1, pages: [] } })`),
    );
    // Nothing has read the record since; the popup is the first to.
    await browser.killBackground();
    const popup = await PopupOnPage.here(browser);
    await popup.says('could not be read and was dropped');
    await popup.close();
    await browser.reload();
    expect(isReused(await reportAbout(browser, url('today')))).toBe(false);
  });

  it('is shown from what comes next when everything that was kept of it is corrupt', async () => {
    await browser.visit(url('today', '/loads?site=images'));
    await reportOnce(browser, 'its image', (report) => otherHosts(report).includes(host('images')));
    const settings = await Onlooker.with(browser, (onlooker) =>
      onlooker.evaluate<string>('chrome.storage.local.get(null).then(JSON.stringify)'),
    );
    await browser.killBackground();
    await Onlooker.with(browser, (onlooker) =>
      onlooker.evaluate(`chrome.storage.session.get(null).then((all) =>
        chrome.storage.session.set(Object.fromEntries(Object.keys(all).map((key, at) =>
          [key, [null, 'damaged', 7, { version: 2, pages: 'none' }][at % 4]]))))`),
    );
    await browser.killBackground();
    const popup = await PopupOnPage.here(browser);
    await popup.says('could not be read and was dropped');
    await popup.close();
    await browser.reload();
    const report = await reportOnce(browser, 'its image', (one) => otherHosts(one).includes(host('images')));
    expect(report.page.main.issuer.is).toBe('proven');
    expect(report.trouble).toBeUndefined();
    await Onlooker.with(browser, async (onlooker) => {
      expect(await onlooker.evaluate('chrome.storage.local.get(null).then(JSON.stringify)')).toBe(settings);
    });
  });

  it('that cannot be kept is shown all the same, with a word of it, until there is room again', async () => {
    await Onlooker.with(browser, (onlooker) =>
      onlooker.evaluate(`(async () => {
        for (let size = 4e6, n = 0; size > 50; n += 1)
          await chrome.storage.session.set({ ['filler-' + n]: 'x'.repeat(size) }).catch(() => (size = size / 2 | 0));
      })()`),
    );
    await browser.visit(url('today-rsa'));
    const popup = await PopupOnPage.here(browser);
    await popup.says('is full or not working');
    await popup.says('proven by its key');
    await popup.close();
    await Onlooker.with(browser, (onlooker) =>
      onlooker.evaluate(`chrome.storage.session.get(null).then((all) =>
        chrome.storage.session.remove(Object.keys(all).filter((key) => key.startsWith('filler-'))))`),
    );
    await browser.visit(url('today', '/plain'));
    expect((await reportAbout(browser, url('today'))).trouble).toBeUndefined();
  });

  it('shows its state on the toolbar, over late commits and deaths of the background', async () => {
    const titled = async (part: string): Promise<void> => {
      await expect.poll(async () => (await browser.icon()).title).toContain(part);
    };
    await browser.visit(url('today', '/plain'));
    await titled('probably not asked');
    await browser.killBackground();
    await browser.visit(url('another-ca'));
    await titled("No Let's Encrypt certificate");
    await browser.visit('about:blank');
    await titled('No TLS, or not a site');
    await browser.killBackground();
    await browser.back();
    await titled("No Let's Encrypt certificate");
    await browser.visit(url('before-2025', '/plain'));
    await titled(kind === 'firefox' ? 'asked' : 'probably not asked');
    await browser.visit(url('own-site'));
    await titled('Let');
  });
});
