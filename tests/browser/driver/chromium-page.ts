/** A page of the extension in Chromium: its popup, or a tab. */
import type { KeyInput, Page } from 'puppeteer-core';
import { preferInChromium } from './chromium-preferences.ts';
import { chromiumAccessibilityTree } from './chromium-accessibility.ts';
import type { ExtensionTab } from './driver.ts';
import { LIMIT, untilSteady, untilText } from './wait.ts';

const SIZE = '`${innerWidth} ${innerHeight} ${document.documentElement.scrollHeight}`';

/** Wraps a page; `closed` runs after it was closed. */
export function chromiumPage(
  page: Page,
  { wholePage, closed }: { wholePage: boolean; closed: () => Promise<void> },
): ExtensionTab {
  const evaluate = async <T>(expression: string): Promise<T> => (await page.evaluate(expression)) as T;
  const text = (): Promise<string> => evaluate<string>('document.body.innerText');
  return {
    text,
    evaluate,
    async screenshot(file) {
      if (!wholePage) await untilSteady('the size of the popup', () => evaluate<string>(SIZE));
      await page.screenshot({ path: file, fullPage: wholePage });
    },
    async click(target) {
      const selector = /^[#.[]/.test(target) ? target : `::-p-aria(${JSON.stringify(target)})`;
      await page.locator(selector).setTimeout(LIMIT).click();
    },
    waitForText: (awaited) => untilText(text, awaited),
    async press(keys) {
      await page.bringToFront();
      for (const key of keys) await page.keyboard.press(key as KeyInput);
    },
    async setViewport({ width, height, zoom = 1 }) {
      // Zooming a page means fewer, larger CSS pixels.
      await page.setViewport({
        width: Math.round(width / zoom),
        height: Math.round(height / zoom),
        deviceScaleFactor: zoom,
      });
    },
    prefer: (preferences) => preferInChromium(page, preferences),
    accessibilityTree: () => chromiumAccessibilityTree(page),
    async setMedium(medium) {
      await page.emulateMediaType(medium === 'print' ? 'print' : undefined);
    },
    async print(file) {
      await page.pdf({ path: file, format: 'A4', preferCSSPageSize: true });
    },
    async close() {
      if (!page.isClosed()) await page.close();
      await closed();
    },
  };
}
