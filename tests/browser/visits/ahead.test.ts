/** Pages that a browser loads ahead of a visit that may never come: nothing of them is said of the page that is shown. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserUnderTest } from '../driver/driver.ts';
import { until } from '../driver/wait.ts';
import { PopupOnPage } from '../stage/page-object.ts';
import { setStage, type Stage } from '../stage/stage.ts';
import { otherHosts, reportAbout, reportOnce } from './onlooker.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage?.close());

const url = (id: string, path = '/'): string => new URL(path, stage.world.site(id).url).href;
const host = (id: string): string => stage.world.site(id).host;

/** Address of a page that has `site` and `path` loaded ahead. */
function ahead(how: 'prerender' | 'prefetch' | 'link', site: string, path: string): string {
  return url('today', `/ahead?${new URLSearchParams({ how, site, path })}`);
}

/**
 * Goes where the page's link leads, as a person does; resolves once that page is shown. A popup that opens before that
 * hides the tab, and behind one Chromium shows nothing that it prerendered but navigates anew (`ActivatedInBackground`,
 * measured with 156).
 */
async function follow(browser: BrowserUnderTest): Promise<void> {
  const there = await browser.evaluate<string>(
    `(() => { const link = document.getElementById('there'); setTimeout(() => link.click()); return link.href; })()`,
  );
  await until('the page that the link leads to', async () =>
    (await browser.address()) === there ? true : undefined,
  );
}

/** The other hosts that the popup lists; a page behind another tab would lose what it loads ahead. */
async function hostsInPopup(browser: BrowserUnderTest): Promise<string[]> {
  const popup = await PopupOnPage.here(browser);
  const report = await popup.report();
  await popup.close();
  if (report.kind !== 'https') throw new Error(`the report is ${report.kind}`);
  return otherHosts(report);
}

/** Waits until a site was asked for a path, the query aside. */
function untilAsked(since: number, id: string, path: string): Promise<true> {
  return until(`${id}${path} to be asked for`, () =>
    stage.world.since(since, 'site').some((one) => one.host === host(id) && one.path.split('?')[0] === path)
      ? true
      : undefined,
  );
}

describe('Chromium', () => {
  let browser: BrowserUnderTest;
  beforeAll(async () => {
    browser = await stage.open('chromium', { siteAccess: true, certificateFlag: true });
  });
  afterAll(() => browser?.close());

  it('a prerendered page adds nothing to the page that is shown, until it is visited', async () => {
    const since = Date.now();
    await browser.visit(ahead('prerender', 'today', '/loads?site=images'), { newTab: true });
    // Its image is asked for, so its document is there and works.
    await untilAsked(since, 'images', '/image.svg');
    expect(await hostsInPopup(browser)).toEqual([]);
    const asked = stage.world.since(since, 'site').length;
    await follow(browser);
    const visited = await reportOnce(browser, 'its image', (report) =>
      otherHosts(report).includes(host('images')),
    );
    expect(visited.page.main.certificate?.serialNumber).toBe(stage.world.site('today').serialNumber);
    const later = stage.world.since(since, 'site').slice(asked);
    // It was shown as it had been loaded.
    expect(later.filter(({ path }) => path.startsWith('/loads') || path === '/image.svg')).toEqual([]);
    await browser.closeTab();
  });

  it('a prerendered page that is never visited leaves the tab as it was', async () => {
    const since = Date.now();
    await browser.visit(ahead('prerender', 'today', '/loads?site=images'), { newTab: true });
    await untilAsked(since, 'images', '/image.svg');
    await browser.visit(url('another-ca', '/plain'));
    const report = await reportAbout(browser, url('another-ca'));
    expect(otherHosts(report)).toEqual([]);
    expect((await browser.icon()).title).toBe("No Let's Encrypt certificate");
    await browser.closeTab();
  });

  it('a page with frames that is prerendered keeps them to itself', async () => {
    const since = Date.now();
    await browser.visit(ahead('prerender', 'today', '/framed?site=images'), { newTab: true });
    await untilAsked(since, 'images', '/image.svg');
    expect(await hostsInPopup(browser)).toEqual([]);
    await follow(browser);
    await reportOnce(browser, 'its image', (report) => otherHosts(report).includes(host('images')));
    await browser.closeTab();
  });

  it.each(['today', 'another-ca'])(
    'a page of %s that is only fetched ahead waits for its visit',
    async (id) => {
      const since = Date.now();
      await browser.visit(ahead('prefetch', id, '/loads?site=images'), { newTab: true });
      await untilAsked(since, id, '/loads');
      expect(otherHosts(await reportAbout(browser, url('today')))).toEqual([]);
      await follow(browser);
      const visited = await reportOnce(browser, 'its image', (report) =>
        otherHosts(report).includes(host('images')),
      );
      expect(visited.host).toBe(new URL(url(id)).host);
      expect(visited.page.main.certificate?.serialNumber).toBe(stage.world.site(id).serialNumber);
      const loads = stage.world.since(since, 'site').filter(({ path }) => path.startsWith('/loads'));
      expect(loads).toHaveLength(1);
      await browser.closeTab();
    },
  );

  it('what a link has prefetched is of the page with the link', async () => {
    const since = Date.now();
    await browser.visit(ahead('link', 'another-ca', '/kept'), { newTab: true });
    await untilAsked(since, 'another-ca', '/kept');
    const report = await reportOnce(browser, 'the other site', (one) =>
      otherHosts(one).includes(host('another-ca')),
    );
    expect(report.host).toBe(new URL(url('today')).host);
    await follow(browser);
    expect(otherHosts(await reportAbout(browser, url('another-ca')))).toEqual([]);
    await browser.closeTab();
  });
});

describe('Firefox', () => {
  let browser: BrowserUnderTest;
  beforeAll(async () => {
    browser = await stage.open('firefox', {
      siteAccess: true,
      preferences: { 'network.prefetch-next': true },
    });
  });
  afterAll(() => browser?.close());

  it('what a link has prefetched, and the question about it, is of the page with the link', async () => {
    const since = Date.now();
    await browser.visit(ahead('link', 'before-2025', '/kept'), { newTab: true });
    await untilAsked(since, 'before-2025', '/kept');
    const report = await reportOnce(browser, 'the other site', (one) =>
      otherHosts(one).includes(host('before-2025')),
    );
    expect(stage.world.since(since, 'ocsp')).toMatchObject([{ host: 'r11.o.lencr.org' }]);
    expect(report.host).toBe(new URL(url('today')).host);
    expect(report.page).toMatchObject({ answer: 'asked', decidedBy: host('before-2025') });
    const [there] = report.page.others.filter((one) => one.host === host('before-2025'));
    await follow(browser);
    // The document is in the cache; its icon comes over the connection of then, whose one try is reported again.
    const visited = await reportOnce(
      browser,
      'the try of then',
      ({ page, host: shown }) =>
        shown === new URL(url('before-2025')).host && page.main.channels.ocsp.state === 'tried',
    );
    expect(visited.page.main.channels.ocsp.triedAt).toBe(there?.channels.ocsp.triedAt);
    expect(stage.world.since(since, 'ocsp')).toHaveLength(1);
    expect(stage.world.since(since, 'site').filter(({ path }) => path === '/kept')).toHaveLength(1);
    expect(otherHosts(visited)).toEqual([]);
    expect(visited.page.main.certificate?.serialNumber).toBe(stage.world.site('before-2025').serialNumber);
    await browser.closeTab();
  });
});
