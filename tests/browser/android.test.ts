/**
 * The Firefox build where it finds no more of the browser than Firefox for Android has: nothing may be thrown, and what
 * is not there is said in words. It stands in for Android, on which no test runs: the screen is that of a desktop.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TROUBLE } from '../../scripts/build/as-on-android.ts';
import type { BrowserUnderTest } from './driver/driver.ts';
import { HistoryPage } from './history/history-page.ts';
import { OptionsPage } from './options/options-page.ts';
import { PopupOnPage } from './stage/page-object.ts';
import { setStage, type Stage } from './stage/stage.ts';

let stage: Stage;
let browser: BrowserUnderTest;
beforeAll(async () => {
  stage = await setStage();
  browser = await stage.open('firefox', { build: 'as-on-android' });
});
afterAll(() => stage?.close());

describe('Firefox without what Firefox for Android lacks', () => {
  it('says in its welcome where to find the extension there', async () => {
    const welcome = await browser.openExtensionPage('welcome/index.html');
    await welcome.waitForText('Open the menu of Firefox');
    expect(await welcome.text()).not.toContain('toolbar');
    expect(await welcome.evaluate('[typeof browser.windows, typeof browser.tabs.onReplaced]')).toEqual([
      'undefined',
      'undefined',
    ]);
    await welcome.close();
  });

  it('answers in the popup, and takes no behaviour of the desktop for known', async () => {
    const popup = await PopupOnPage.at(browser, stage.world.site('today').url);
    await popup.says("Let's Encrypt");
    expect(await popup.report()).toMatchObject({
      kind: 'https',
      page: { main: { issuer: { is: 'proven' } } },
    });
    await popup.close();
    const overview = await OptionsPage.at(browser, 'overview');
    await overview.tab.waitForText('where nothing is known, a request to the CA is possible');
    await overview.close();
  });

  it('keeps a history', async () => {
    await HistoryPage.with(browser, (page) => page.turnOn());
    await browser.visit(stage.world.site('six-day').url);
    await HistoryPage.with(browser, async (page) => {
      await expect.poll(() => page.sites()).toContain(stage.world.site('six-day').host);
    });
  });

  it('says in the settings that nothing is shared there', async () => {
    const settings = await OptionsPage.at(browser, 'settings');
    await settings.tab.waitForText('Firefox for Android does not share what extensions store.');
    await settings.tab.click('#setting-sync');
    await expect.poll(() => settings.value('setting-sync')).toBe(true);
    await settings.close();
  });

  it('shows every other section', async () => {
    for (const section of ['policy', 'rights', 'about']) {
      const page = await OptionsPage.at(browser, section);
      expect(await page.section()).toBe(section);
      await page.close();
    }
  });

  it('survives the end of its event page', async () => {
    await browser.killBackground();
    const popup = await PopupOnPage.at(browser, stage.world.site('before-2025').url);
    expect(await popup.wholeText()).toContain("Let's Encrypt");
    await popup.close();
  });

  it('has thrown nothing, and logged no trouble', async () => {
    const page = await OptionsPage.at(browser, 'about');
    const kept = await page.tab.evaluate<Record<string, unknown>>('browser.storage.local.get(null)');
    expect(Object.entries(kept).filter(([key]) => key.startsWith(TROUBLE))).toEqual([]);
    await page.close();
  });
});
