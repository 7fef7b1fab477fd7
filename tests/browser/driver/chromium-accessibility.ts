/** Chromium's accessibility tree of a page, by its debugging protocol. */
import type { Page } from 'puppeteer-core';
import type { Accessible } from './driver.ts';

export async function chromiumAccessibilityTree(page: Page): Promise<Accessible[]> {
  const session = await page.createCDPSession();
  try {
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    return nodes
      .filter(({ ignored }) => !ignored)
      .map(({ role, name, properties = [] }) => ({
        role: String(role?.value ?? ''),
        name: String(name?.value ?? ''),
        live: String(properties.find((property) => property.name === 'live')?.value.value ?? ''),
      }))
      .filter((node) => node.role !== 'generic' || node.name !== '');
  } finally {
    await session.detach();
  }
}
