/** The popup as a person reads it, for tests that read like a specification. */
import type { PageReport } from '../../../src/exposure/exposure.ts';
import type { BrowserUnderTest, Popup } from '../driver/driver.ts';
import { faultsInEachScheme } from './accessibility.ts';
import { openSettledPopup } from './popup.ts';

export class PopupOnPage {
  private constructor(
    private readonly browser: BrowserUnderTest,
    private readonly popup: Popup,
  ) {}

  /** Visits a page and opens the popup there. */
  static async at(browser: BrowserUnderTest, url: string): Promise<PopupOnPage> {
    await browser.visit(url);
    return PopupOnPage.here(browser);
  }

  /** Opens the popup over the page that is shown. */
  static async here(browser: BrowserUnderTest): Promise<PopupOnPage> {
    return new PopupOnPage(browser, await openSettledPopup(browser));
  }

  /** Everything a person reads, the folded parts unfolded. */
  async wholeText(): Promise<string> {
    await this.popup.evaluate(
      `document.querySelectorAll('details').forEach((part) => { part.open = true; })`,
    );
    return this.popup.text();
  }

  /** Waits until the popup says this; fails with what it says instead. */
  says(text: string | RegExp): Promise<void> {
    return this.popup.waitForText(text);
  }

  text(): Promise<string> {
    return this.popup.text();
  }

  /** What axe-core finds wrong, in light and in dark. */
  faults(): Promise<string[]> {
    return faultsInEachScheme(this.popup);
  }

  /** The report that the popup shows. */
  async report(): Promise<PageReport> {
    const tabId = await this.browser.currentTabId();
    return this.popup.evaluate<PageReport>(`chrome.runtime.sendMessage({ type: 'report', tabId: ${tabId} })`);
  }

  evaluate<T>(expression: string): Promise<T> {
    return this.popup.evaluate<T>(expression);
  }

  click(accessibleNameOrSelector: string): Promise<void> {
    return this.popup.click(accessibleNameOrSelector);
  }

  close(): Promise<void> {
    return this.popup.close();
  }
}
