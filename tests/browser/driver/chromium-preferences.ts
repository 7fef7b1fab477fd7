/** A page in Chromium as a person with certain preferences sees it, by its debugging protocol. */
import type { CDPSession, Page } from 'puppeteer-core';
import type { Preferences } from './driver.ts';

/** What is set lasts as long as the session that set it. */
const sessions = new WeakMap<Page, CDPSession>();

export async function preferInChromium(
  page: Page,
  { colorScheme, forcedColors, reducedMotion }: Preferences,
): Promise<void> {
  const session = sessions.get(page) ?? (await page.createCDPSession());
  sessions.set(page, session);
  await session.send('Emulation.setEmulatedMedia', {
    features: [
      { name: 'prefers-color-scheme', value: colorScheme ?? '' },
      { name: 'forced-colors', value: forcedColors === true ? 'active' : '' },
      { name: 'prefers-reduced-motion', value: reducedMotion === true ? 'reduce' : '' },
    ],
  });
}
