/** Private windows: known while they are open, and nothing of them is left afterwards. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserKind, BrowserUnderTest } from '../driver/driver.ts';
import { until } from '../driver/wait.ts';
import { HistoryPage } from '../history/history-page.ts';
import { setStage, type Stage } from '../stage/stage.ts';
import { Onlooker } from './onlooker.ts';

const kinds: BrowserKind[] = ['firefox', 'chromium'];

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage?.close());

describe.each(kinds)('a private window in %s', (kind) => {
  let browser: BrowserUnderTest;
  beforeAll(async () => {
    browser = await stage.open(kind, { siteAccess: true, certificateFlag: true, privateWindows: true });
  });
  afterAll(() => browser?.close());

  it('is known while it is open, and leaves nothing', async () => {
    const { world } = stage;
    // The tab that stays, and one in a private window.
    await browser.visit(world.site('today').url);
    await browser.visit(world.site('another-ca').url, { newPrivateWindow: true });
    const tabId = await browser.currentTabId();
    await until('the toolbar to know the site', async () =>
      (await browser.icon()).title === "No Let's Encrypt certificate" ? true : undefined,
    );
    await browser.closeTab();
    await Onlooker.with(browser, async (onlooker) => {
      expect(await onlooker.evaluate(`chrome.extension.isAllowedIncognitoAccess()`)).toBe(true);
      await expect
        .poll(async () => (await onlooker.stored()).filter((key) => /private|another-ca/.test(key)))
        .toEqual([]);
      expect(await onlooker.stored()).not.toContain(`visit:${tabId}`);
      const all = await onlooker.evaluate<string>('chrome.storage.session.get(null).then(JSON.stringify)');
      expect(all).toContain(world.site('today').host);
      expect(all).not.toContain(world.site('another-ca').host);
      expect(all).not.toContain(world.site('another-ca').serialNumber);
      const kept = await onlooker.evaluate<string>('chrome.storage.local.get(null).then(JSON.stringify)');
      expect(kept).not.toContain(world.site('another-ca').host);
    });
  });

  it('adds nothing to a history that is on', async () => {
    const { world } = stage;
    await HistoryPage.with(browser, (page) => page.turnOn());
    const sites = () =>
      HistoryPage.with(browser, async (page) => ((await page.stored()) ?? []).map(({ site }) => site));
    await browser.visit(world.site('another-ca').url, { newPrivateWindow: true });
    await until('the toolbar to know the site', async () =>
      (await browser.icon()).title === "No Let's Encrypt certificate" ? true : undefined,
    );
    await browser.closeTab();
    // The history takes reports one after the other: with the later one in it, the earlier one has been dealt with.
    await browser.visit(world.site('six-day').url);
    await expect.poll(sites).toContain(world.site('six-day').host);
    expect(await sites()).not.toContain(world.site('another-ca').host);
    await Onlooker.with(browser, async (onlooker) => {
      const all = await onlooker.evaluate<string>('chrome.storage.session.get(null).then(JSON.stringify)');
      expect(all).toContain(world.site('six-day').host);
      expect(all).not.toContain(world.site('another-ca').host);
    });
  });

  it('stays known until the last of several is closed, the background stopped meanwhile', async () => {
    const { world } = stage;
    const privateKeys = () =>
      Onlooker.with(browser, async (onlooker) =>
        (await onlooker.stored()).filter((key) => key.startsWith('private-')),
      );
    await browser.visit(world.site('another-ca').url, { newPrivateWindow: true });
    await browser.visit(world.site('before-2025').url, { newPrivateWindow: true });
    await expect.poll(async () => (await browser.icon()).title).toMatch(/asked/);
    await browser.closeTab();
    await until('the other site to be known still', async () =>
      (await browser.icon()).title === "No Let's Encrypt certificate" ? true : undefined,
    );
    expect(await privateKeys()).not.toEqual([]);
    await browser.killBackground();
    await browser.closeTab();
    await expect.poll(privateKeys).toEqual([]);
    await Onlooker.with(browser, async (onlooker) => {
      const all = await onlooker.evaluate<string>('chrome.storage.session.get(null).then(JSON.stringify)');
      expect(all).not.toContain(world.site('before-2025').host);
      expect(all).not.toContain(world.site('before-2025').serialNumber);
    });
  });
});
