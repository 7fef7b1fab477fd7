/** Private windows: known while they are open, and nothing of them is left afterwards. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserKind, BrowserUnderTest } from '../driver/driver.ts';
import { until } from '../driver/wait.ts';
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
});
