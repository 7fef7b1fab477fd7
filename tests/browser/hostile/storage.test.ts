/** Storage with anything in it, at every key, in real browsers: the popup and the options page answer, and say what is lost. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SECTIONS } from '../../../extension/ui/options-address.ts';
import type { BrowserKind, BrowserUnderTest } from '../driver/driver.ts';
import { HistoryPage } from '../history/history-page.ts';
import { OptionsPage } from '../options/options-page.ts';
import { PopupOnPage } from '../stage/page-object.ts';
import { setStage, type Stage } from '../stage/stage.ts';
import { Onlooker, reportAbout } from '../visits/onlooker.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());

/** Damages every value of every area, and one entry of the history. @returns how many values */
const DAMAGE = `(async () => {
  const { storage } = globalThis.browser ?? chrome;
  const deep = Array.from({ length: 500 }).reduce((inner) => [inner], []);
  const garbage = [null, 7, 'nonsense', [], {}, { version: 0 }, { version: 99, pages: {} }, 'x'.repeat(100_000), deep];
  let count = 0;
  const next = () => garbage[count++ % garbage.length];
  await storage.local.set({ settings: 'nonsense', 'request:RP-7K3M-Q9TX': { version: 1, reference: {} } });
  await storage.sync.set({ display: ['nonsense'] });
  const keys = Object.keys(await storage.session.get(null));
  await storage.session.set(Object.fromEntries(keys.map((key) => [key, next()])));
  const done = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const database = await done(indexedDB.open('history'));
  const entries = database.transaction('entries', 'readwrite').objectStore('entries');
  await done(entries.put({ day: '2026-11-01', site: 'damaged.example', views: 'nonsense' }));
  database.close();
  return count;
})()`;

describe.each<BrowserKind>(['firefox', 'chromium'])('in %s', (kind) => {
  let browser: BrowserUnderTest;

  beforeAll(async () => {
    browser = await stage.open(kind, { siteAccess: true, certificateFlag: true });
  }, 120_000);
  afterAll(() => browser.close());

  it('damage at every key costs what was there, with a word of it, and nothing else', async () => {
    const { url } = stage.world.site('today');
    await HistoryPage.with(browser, (page) => page.turnOn());
    await browser.visit(stage.world.site('another-ca').url);
    await reportAbout(browser, stage.world.site('another-ca').url);
    await browser.visit(url);
    await reportAbout(browser, url);
    await HistoryPage.with(browser, async (page) => {
      await expect.poll(() => page.sites()).toHaveLength(2);
    });
    await browser.killBackground();
    expect(await Onlooker.with(browser, (page) => page.evaluate<number>(DAMAGE))).toBeGreaterThan(4);
    await browser.killBackground();

    const popup = await PopupOnPage.here(browser);
    await popup.says('could not be read and was dropped');
    await popup.close();
    // The page that drops them says so.
    const requests = await OptionsPage.at(browser, 'rights');
    await requests.tab.waitForText('1 noted request was damaged');
    await requests.close();
    for (const section of SECTIONS) {
      const page = await OptionsPage.at(browser, section);
      expect((await page.tab.text()).length).toBeGreaterThan(300);
      await page.close();
    }
    await HistoryPage.with(browser, async (page) => {
      expect(await page.isOn()).toBe(false);
      expect(await page.sites()).toHaveLength(2);
      await page.turnOn();
    });

    await browser.visit(stage.world.site('today-rsa').url);
    expect((await reportAbout(browser, stage.world.site('today-rsa').url)).page.main.issuer.is).toBe(
      'proven',
    );
    await HistoryPage.with(browser, async (page) => {
      await expect.poll(() => page.sites()).toHaveLength(3);
    });
  });
});

describe('in Chromium, a full disk', () => {
  it('leaves visits out of the history, which says so, and costs nothing else; with room again it goes on', async () => {
    const browser = await stage.open('chromium', { siteAccess: true, certificateFlag: true });
    const visit = async (id: string) => {
      const { url } = stage.world.site(id);
      await browser.visit(url);
      return (await reportAbout(browser, url)).page.main.issuer.is;
    };
    // Before anything is stored: what Chromium found there to be left of its room, it believes for a while.
    await browser.limitDatabases(1);
    await HistoryPage.with(browser, (page) => page.turnOn());
    expect(await visit('today')).toBe('proven');
    await HistoryPage.with(browser, async (page) => {
      await page.tab.waitForText('gives the history no more room');
      expect(await page.sites()).toEqual([]);
    });

    await browser.limitDatabases(null);
    await visit('another-ca');
    await HistoryPage.with(browser, async (page) => {
      // What was left out may be in it too by now: its tab came to the front when this page was closed before.
      await expect.poll(() => page.sites()).toContain(stage.world.site('another-ca').host);
      expect(await page.tab.text()).not.toContain('no more room');
    });
    await browser.close();
  }, 60_000);
});
