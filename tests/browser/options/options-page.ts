/** The options page as a person uses it, for tests that read like a specification. */
import type { BrowserUnderTest, ExtensionTab, Viewport } from '../driver/driver.ts';
import { until } from '../driver/wait.ts';

export class OptionsPage {
  private constructor(readonly tab: ExtensionTab) {}

  /** Opens the page at an anchor, and waits until its section is shown. */
  static async at(browser: BrowserUnderTest, anchor: string): Promise<OptionsPage> {
    const page = new OptionsPage(await browser.openExtensionPage(`options/index.html#${anchor}`));
    await until('a section of the options page', async () => (await page.section()) ?? undefined);
    return page;
  }

  /** Opens the page, does something and closes it again. */
  static async with<T>(
    browser: BrowserUnderTest,
    anchor: string,
    work: (page: OptionsPage) => Promise<T>,
  ): Promise<T> {
    const page = await OptionsPage.at(browser, anchor);
    try {
      return await work(page);
    } finally {
      await page.close();
    }
  }

  /** The section that is shown, by its identifier; null before there is one. Fails when there are several. */
  async section(): Promise<string | null> {
    const shown = await this.tab.evaluate<string[]>(
      `[...document.querySelectorAll('main > div:not([hidden]) > section')].map(({ id }) => id)`,
    );
    if (shown.length > 1) throw new Error(`several sections are shown: ${shown.join(', ')}`);
    return shown[0] ?? null;
  }

  /** Waits until a section is shown. */
  async shows(section: string): Promise<void> {
    await until(`the section ${section}`, async () =>
      (await this.section()) === section ? true : undefined,
    );
  }

  /** The entry of the navigation that is marked as the current one. */
  current(): Promise<string | null> {
    return this.tab.evaluate(`document.querySelector('nav [aria-current]')?.textContent ?? null`);
  }

  /** Whether the place with this identifier is in view. */
  inView(id: string): Promise<boolean> {
    return this.tab.evaluate(`(() => {
      const box = document.getElementById(${JSON.stringify(id)})?.getBoundingClientRect();
      return box !== undefined && box.height > 0 && box.top < innerHeight && box.bottom > 0;
    })()`);
  }

  /** The text of the element that has the focus. */
  focused(): Promise<string> {
    return this.tab.evaluate(`document.activeElement.textContent.trim()`);
  }

  go(entry: string): Promise<void> {
    return this.tab.evaluate(
      `void [...document.querySelectorAll('header nav a')].find((a) => a.textContent === ${JSON.stringify(entry)}).click()`,
    );
  }

  /** The value of a control, or whether it is ticked. */
  value(id: string): Promise<string | boolean> {
    return this.tab.evaluate(`(() => {
      const control = document.getElementById(${JSON.stringify(id)});
      return control.type === 'checkbox' ? control.checked : control.value;
    })()`);
  }

  async hasValue(id: string, value: string | boolean): Promise<void> {
    await until(`${id} to be ${value}`, async () => ((await this.value(id)) === value ? true : undefined));
  }

  /** Waits until the browser has stored what was chosen: a page that is closed before loses it. */
  async hasStored(setting: string, value: string | boolean | number): Promise<void> {
    const stored = `(globalThis.browser ?? chrome).storage.local.get('settings').then(({ settings }) => settings?.[${JSON.stringify(setting)}] ?? null)`;
    await until(`${setting} to be stored as ${value}`, async () =>
      (await this.tab.evaluate(stored)) === value ? true : undefined,
    );
  }

  /** Whether a control cannot be changed. */
  isFixed(id: string): Promise<boolean> {
    return this.tab.evaluate(`document.getElementById(${JSON.stringify(id)}).disabled`);
  }

  /** What is said of a control, as a screen reader reads it after the name. */
  description(id: string): Promise<string> {
    return this.tab
      .evaluate(`(document.getElementById(${JSON.stringify(id)}).getAttribute('aria-describedby') ?? '')
      .split(' ').map((part) => document.getElementById(part)?.textContent ?? '').join(' ').trim()`);
  }

  /** Whether any site of the person's own list has a button that removes it. */
  canRemoveOwnSites(): Promise<boolean> {
    return this.tab.evaluate(`document.querySelector('.own-sites button:not(:disabled)') !== null`);
  }

  choose(id: string, value: string): Promise<void> {
    return this.tab.evaluate(`(() => {
      const control = document.getElementById(${JSON.stringify(id)});
      control.value = ${JSON.stringify(value)};
      control.dispatchEvent(new Event('change', { bubbles: true }));
    })()`);
  }

  /** Chooses a file with this content in the import's field, as the browser's dialogue would. */
  importFile(content: string): Promise<void> {
    return this.tab.evaluate(`(() => {
      const chosen = new DataTransfer();
      chosen.items.add(new File([${JSON.stringify(content)}], 'chosen.json'));
      const field = document.getElementById('setting-import');
      field.files = chosen.files;
      field.dispatchEvent(new Event('change', { bubbles: true }));
    })()`);
  }

  /** Everything that Tab reaches in the page, in that order, by name. */
  reachable(): Promise<string[]> {
    return this.tab
      .evaluate(`[...document.querySelectorAll('a[href], button, input, select, textarea, summary')]
      .filter((element) => element.checkVisibility() && !element.disabled && element.tabIndex >= 0)
      .map((element) => element.ariaLabel || element.labels?.[0]?.textContent || element.textContent)`);
  }

  /** By how many pixels the page is wider than the window. */
  async overflow(viewport: Viewport): Promise<number> {
    await this.tab.setViewport(viewport);
    return this.tab.evaluate(`document.documentElement.scrollWidth - document.documentElement.clientWidth`);
  }

  close(): Promise<void> {
    return this.tab.close();
  }
}
