/** Visits one site and reads the icon and the real toolbar popup there. */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { PageReport } from '../../src/exposure/exposure.ts';
import type { BrowserUnderTest } from '../../tests/browser/driver/driver.ts';
import { openSettledPopup } from '../../tests/browser/stage/popup.ts';
import type { Site } from '../../tests/world/world.ts';
import { reported, type Visited } from './visited.ts';

/** Browsers refuse this site: it promises a stapled answer and its server brings none. */
const REFUSED = 'must-staple-unstapled';

export interface VisitPlace {
  browser: BrowserUnderTest;
  flag: boolean | null;
  /** Where the pictures go. */
  screenshots: string;
}

export async function visitSite(site: Site, { browser, flag, screenshots }: VisitPlace): Promise<Visited> {
  try {
    await browser.visit(site.url);
  } catch (error) {
    if (site.id !== REFUSED || !String(error).includes('certificate error')) throw error;
  }
  const popup = await openSettledPopup(browser);
  const report = await popup.evaluate<PageReport>(
    `chrome.runtime.sendMessage({ type: 'report', tabId: ${await browser.currentTabId()} })`,
  );
  const suffix = flag === null ? '' : flag ? '-flag' : '-no-flag';
  const screenshot = path.join(screenshots, `${browser.kind}${suffix}`, `${site.id}.png`);
  await mkdir(path.dirname(screenshot), { recursive: true });
  await popup.screenshot(screenshot);
  const text = await popup.text();
  await popup.close();
  const { title } = await browser.icon();
  return {
    browser: browser.kind,
    flag,
    site: site.id,
    ...reported(report),
    title,
    text,
    screenshot: path.relative(process.cwd(), screenshot),
  };
}
