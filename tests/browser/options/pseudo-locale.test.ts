/** The pages with texts that are longer than English, and with texts that run right to left. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SECTIONS } from '../../../extension/ui/options-address.ts';
import type { BrowserKind, BrowserUnderTest, ExtensionTab } from '../driver/driver.ts';
import { openSettledPopup } from '../stage/popup.ts';
import { setStage, type Stage } from '../stage/stage.ts';
import { OptionsPage } from './options-page.ts';

/** Each look of the popup. */
const POPUP_SITES = ['today', 'before-2025', 'another-ca', 'imitation', 'own-site', 'many-hosts'];

const OVERFLOW = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';

let stage: Stage;

beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());

describe.each<BrowserKind>(['firefox', 'chromium'])('in %s', (kind) => {
  describe.each(['long', 'rtl'] as const)('texts that are %s', (build) => {
    let browser: BrowserUnderTest;

    beforeAll(async () => {
      browser = await stage.open(kind, {
        build,
        siteAccess: true,
        certificateFlag: true,
      });
    }, 120_000);
    afterAll(() => browser.close());

    const direction = (page: Pick<ExtensionTab, 'evaluate'>) =>
      page.evaluate('getComputedStyle(document.body).direction');

    it.each(SECTIONS)('need no sideways scrolling in %s at 320 px, nor at 400 %%', async (section) => {
      const page = await OptionsPage.at(browser, section);
      expect(await page.tab.text()).toContain('⟦');
      expect(await direction(page.tab)).toBe(build === 'rtl' ? 'rtl' : 'ltr');
      expect(await page.overflow({ width: 320, height: 800 })).toBeLessThanOrEqual(0);
      expect(await page.overflow({ width: 1280, height: 1000, zoom: 4 })).toBeLessThanOrEqual(0);
      await page.close();
    });

    it('need no sideways scrolling on the welcome page', async () => {
      const page = await browser.openExtensionPage('welcome/index.html');
      await page.waitForText('⟦');
      expect(await direction(page)).toBe(build === 'rtl' ? 'rtl' : 'ltr');
      for (const viewport of [
        { width: 320, height: 800 },
        { width: 1280, height: 1000, zoom: 4 },
      ]) {
        await page.setViewport(viewport);
        expect(await page.evaluate<number>(OVERFLOW)).toBeLessThanOrEqual(0);
      }
      await page.close();
    });

    it.each(POPUP_SITES)('fit in the popup over %s', async (id) => {
      await browser.visit(stage.world.site(id).url);
      const popup = await openSettledPopup(browser);
      try {
        // Folded, as it opens, it is as wide as it wants to be.
        expect(await popup.evaluate<number>('innerWidth')).toBeGreaterThanOrEqual(400);
        await popup.evaluate(`document.querySelectorAll('details').forEach((part) => { part.open = true; })`);
        expect(await direction(popup)).toBe(build === 'rtl' ? 'rtl' : 'ltr');
        expect(await popup.evaluate<number>(OVERFLOW)).toBeLessThanOrEqual(0);
      } finally {
        await popup.close();
      }
    });
  });
});
