/** A page that is visited in a browser in memory, and what is reported of it. */
import type { PageReport } from '../../../src/exposure/exposure.ts';
import type { BrowserInMemory } from './browser-in-memory.ts';
import { response, securityInfo } from './responses.ts';

/**
 * Tab 1 shows a page that came over a connection with this certificate; null: the browser shows none.
 *
 * @param more what Firefox says of the connection besides
 */
export async function visit(
  browser: BrowserInMemory,
  url: string,
  der: Uint8Array | null,
  more: Record<string, unknown> = {},
): Promise<void> {
  const known = browser.tabs.find(({ id }) => id === 1);
  if (known === undefined) browser.tabs.push({ id: 1, url, incognito: false });
  else known.url = url;
  browser.securityInfo = () => (der === null ? null : securityInfo(der, 'firefox', more));
  const shown = der === null ? {} : { securityInfo: securityInfo(der, 'chromium') };
  browser.events.headers.fire(response(url, browser.kind === 'chromium' ? shown : {}));
  const change = browser.kind === 'firefox' ? { status: 'loading', url } : { status: 'loading' };
  browser.events.tabUpdated.fire(1, change, { url });
  await browser.settled();
}

export async function reportOf(browser: BrowserInMemory, tabId = 1): Promise<PageReport> {
  return (await browser.ask({ type: 'report', tabId })) as PageReport;
}
