/** A page of the extension in a tab of its own, which asks the background about other tabs. */
import type { PageReport } from '../../../src/exposure/exposure.ts';
import type { BrowserUnderTest, ExtensionTab } from '../driver/driver.ts';
import { until } from '../driver/wait.ts';

export type SiteReport = PageReport & { kind: 'https' };

export class Onlooker {
  private constructor(
    private readonly browser: BrowserUnderTest,
    private readonly page: ExtensionTab,
  ) {}

  /** Opens the page, lets `use` look, and closes it: the visited tab is in front again. */
  static async with<T>(browser: BrowserUnderTest, use: (onlooker: Onlooker) => Promise<T>): Promise<T> {
    const page = await browser.openExtensionPage('popup/index.html?tab=0');
    try {
      return await use(new Onlooker(browser, page));
    } finally {
      await page.close();
    }
  }

  async report(tabId?: number): Promise<PageReport> {
    const id = tabId ?? (await this.browser.currentTabId());
    return this.page.evaluate<PageReport>(`chrome.runtime.sendMessage({ type: 'report', tabId: ${id} })`);
  }

  /** The keys of `storage.session`. */
  stored(): Promise<string[]> {
    return this.page.evaluate<string[]>('chrome.storage.session.get(null).then((all) => Object.keys(all))');
  }

  evaluate<T>(expression: string): Promise<T> {
    return this.page.evaluate<T>(expression);
  }
}

/** The report on the visited tab, once it is as expected; fails with what it is instead. */
export async function reportOnce(
  browser: BrowserUnderTest,
  awaited: string,
  asExpected: (report: SiteReport) => boolean,
  limit?: number,
): Promise<SiteReport> {
  return Onlooker.with(browser, async (onlooker) => {
    let last: PageReport | undefined;
    return until(
      () => `${awaited}; the report is ${JSON.stringify(last === undefined ? null : gist(last))}`,
      async () => {
        last = await onlooker.report();
        return last.kind === 'https' && asExpected(last) ? last : undefined;
      },
      limit,
    );
  });
}

/** The report on the visited tab, once it is about this host. */
export function reportAbout(browser: BrowserUnderTest, url: string): Promise<SiteReport> {
  const { host } = new URL(url);
  return reportOnce(browser, `a report on ${host}`, (report) => report.host === host && isKnown(report));
}

export function isKnown(report: SiteReport): boolean {
  return report.page.main.issuer.is !== 'unknown';
}

/** Whether the facts of the page's own host are labelled as reused. */
export function isReused(report: SiteReport): boolean {
  return report.page.main.reasons.some(({ id }) => id === 'fact-reused');
}

/** The other hosts of the page, without ports. */
export function otherHosts(report: SiteReport): string[] {
  return report.page.others.map(({ host }) => host).toSorted();
}

function gist(report: PageReport): unknown {
  if (!('page' in report)) return report;
  const { issuer, reasons } = report.page.main;
  const others = report.page.others.map(({ host }) => host);
  return { host: report.host, issuer, reasons: reasons.map(({ id }) => id), others };
}
