/** The history section of the options page as a person uses it, and its database as it is. */
import type { BrowserUnderTest, ExtensionTab } from '../driver/driver.ts';
import { until } from '../driver/wait.ts';
import { savedBy } from '../stage/saved-file.ts';

/** Every stored entry; null: there is no database. */
const STORED = `(async () => {
  if (!(await indexedDB.databases()).some(({ name }) => name === 'history')) return null;
  const request = (one) => new Promise((resolve, reject) => {
    one.onsuccess = () => resolve(one.result);
    one.onerror = () => reject(one.error);
  });
  const database = await request(indexedDB.open('history'));
  try {
    return await request(database.transaction('entries').objectStore('entries').getAll());
  } finally {
    database.close();
  }
})()`;

export interface StoredEntry {
  day: string;
  site: string;
  views: Record<string, number>;
  issuers: { issuer: { is: string; authority?: string }; certificates: string[] }[];
  contacts: { host: string; channel: string; endpoint: string; means: string; recipient: string }[];
}

export class HistoryPage {
  private constructor(readonly tab: ExtensionTab) {}

  static async open(browser: BrowserUnderTest): Promise<HistoryPage> {
    const page = new HistoryPage(await browser.openExtensionPage('options/index.html#history'));
    await page.settled();
    return page;
  }

  /** Opens the page, does something and closes it again. */
  static async with<T>(browser: BrowserUnderTest, work: (page: HistoryPage) => Promise<T>): Promise<T> {
    const page = await HistoryPage.open(browser);
    try {
      return await work(page);
    } finally {
      await page.tab.close();
    }
  }

  /** Waits until the history has been read. */
  settled(): Promise<true> {
    return until('the history to be read', async () =>
      (await this.result()) === 'Reading the history…' || (await this.result()) === null ? undefined : true,
    );
  }

  /** What is said in place of the table, or above it. */
  result(): Promise<string | null> {
    return this.tab.evaluate<string | null>(`document.querySelector('#history-result')?.textContent ?? null`);
  }

  /** The rows of the table, each as its cells' texts. */
  rows(): Promise<string[][]> {
    return this.tab.evaluate<string[][]>(
      `[...document.querySelectorAll('.history-entries:not(.history-unmatched) tbody tr')].map((row) => [...row.cells].map((cell) => cell.innerText))`,
    );
  }

  /** The sites in the table. */
  async sites(): Promise<string[]> {
    return this.tab.evaluate<string[]>(
      `[...document.querySelectorAll('.history-entries tbody th bdi')].map((site) => site.textContent)`,
    );
  }

  /** The rows of the requests that no page could be matched with, each as its cells' texts. */
  unmatched(): Promise<string[][]> {
    return this.tab.evaluate<string[][]>(
      `[...document.querySelectorAll('.history-unmatched tbody tr')].map((row) => [...row.cells].map((cell) => cell.innerText))`,
    );
  }

  isOn(): Promise<boolean> {
    return this.tab.evaluate<boolean>(`document.querySelector('#history-kept').checked`);
  }

  async turnOn(): Promise<void> {
    await this.tab.click('#history-kept');
    await until('the history to be on', () =>
      this.tab.evaluate<true | undefined>(
        `(globalThis.browser ?? chrome).storage.local.get('settings').then(({ settings }) => settings?.history || undefined)`,
      ),
    );
  }

  /** Types into a field of the filter. */
  async filter(selector: string, value: string): Promise<void> {
    await this.tab.evaluate(`(() => {
      const field = document.querySelector(${JSON.stringify(selector)});
      field.value = ${JSON.stringify(value)};
      field.dispatchEvent(new Event('input', { bubbles: true }));
      field.dispatchEvent(new Event('change', { bubbles: true }));
    })()`);
  }

  /** Clicks a button that saves a file, and returns what is in the file and what it is called. */
  save(button: string): Promise<{ name: string; text: string }> {
    return savedBy(this.tab, () => this.tab.click(button));
  }

  stored(): Promise<StoredEntry[] | null> {
    return this.tab.evaluate<StoredEntry[] | null>(STORED);
  }

  /** Puts entries into the database, as they may have been written long ago. */
  async put(entries: unknown[]): Promise<void> {
    await this.tab.evaluate(`(async () => {
      const request = (one) => new Promise((resolve, reject) => {
        one.onsuccess = () => resolve(one.result);
        one.onerror = () => reject(one.error);
      });
      const opening = indexedDB.open('history');
      // The test makes no database of its own.
      opening.onupgradeneeded = () => opening.transaction.abort();
      const database = await request(opening);
      const store = database.transaction('entries', 'readwrite').objectStore('entries');
      await Promise.all(${JSON.stringify(entries)}.map((entry) => request(store.put(entry))));
      database.close();
    })()`);
  }
}
