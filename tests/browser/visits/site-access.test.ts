/** Access to sites, withdrawn and never given: the popup says so, and how to allow it. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { BrowserKind } from '../driver/driver.ts';
import { PopupOnPage } from '../stage/page-object.ts';
import { setStage, type Stage } from '../stage/stage.ts';
import { Onlooker, reportAbout } from './onlooker.ts';

const kinds: BrowserKind[] = ['firefox', 'chromium'];

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage?.close());

it.each(kinds)('%s: withdrawn access is said at once, with the way to allow it', async (kind) => {
  const browser = await stage.open(kind, { siteAccess: true, certificateFlag: true });
  const { url } = stage.world.site('today');
  await browser.visit(url);
  await reportAbout(browser, url);
  const sites = kind === 'firefox' ? ['*://*/*'] : ['*://*/*', 'ws://*/*', 'wss://*/*'];
  await Onlooker.with(browser, (onlooker) =>
    onlooker.evaluate(`chrome.permissions.remove({ origins: ${JSON.stringify(sites)} })`),
  );
  await expect.poll(async () => (await browser.icon()).title).toContain('Cannot tell');
  const popup = await PopupOnPage.here(browser);
  await popup.says('Allow');
  expect((await popup.report()).kind).toMatch(/not-visible|https/);
  await popup.close();
  await browser.close();
});

it.each(kinds)('%s: access that was never given is said, and nothing is claimed or denied', async (kind) => {
  const browser = await stage.open(kind, { siteAccess: false, certificateFlag: true });
  await browser.visit(stage.world.site('before-2025').url);
  await expect.poll(async () => (await browser.icon()).title).toContain('Cannot tell');
  const popup = await PopupOnPage.here(browser);
  await popup.says('Allow');
  const text = await popup.wholeText();
  expect(text).not.toMatch(/proven by its key|probably not asked|Asked at|Tried at/);
  await popup.close();
  await browser.close();
});
