/** A running Chromium as a person uses it, driven through its debugging protocol. */
import { TargetType } from 'puppeteer-core';
import type { Browser, CDPSession, Page } from 'puppeteer-core';
import { chromiumPage } from './chromium-page.ts';
import type { RequestWatch } from './chromium-requests.ts';
import { stopWorker } from './chromium-worker.ts';
import type { BrowserUnderTest, ExtensionRequest, VisitOptions } from './driver.ts';
import { LIMIT, within } from './wait.ts';

export async function firstPage(browser: Browser): Promise<Page> {
  const [page] = await browser.pages();
  if (!page) throw new Error('Chromium opened no tab');
  return page;
}

/** Puppeteer throws where the button would be grey. */
async function stayingWhereNoneIs(going: Promise<unknown>): Promise<void> {
  try {
    await going;
  } catch (error) {
    if (!String(error).includes('History entry to navigate to not found')) throw error;
  }
}

export class ChromiumSession implements BrowserUnderTest {
  readonly kind = 'chromium';
  version = '';
  readonly #browser: Browser;
  readonly #id: string;
  readonly #watch: RequestWatch;
  readonly #control: Page;
  readonly close: () => Promise<void>;
  readonly restart: () => Promise<BrowserUnderTest>;
  readonly installOver: (extension: string) => Promise<BrowserUnderTest>;
  #limit: CDPSession | null = null;
  /** The visited tab is the last one. */
  #tabs: { page: Page; tabId: number }[] = [];

  constructor(
    browser: Browser,
    id: string,
    watch: RequestWatch,
    control: Page,
    life: Pick<BrowserUnderTest, 'close' | 'restart' | 'installOver'>,
  ) {
    this.#browser = browser;
    this.#id = id;
    this.#watch = watch;
    this.#control = control;
    this.close = life.close;
    this.restart = life.restart;
    this.installOver = life.installOver;
  }

  /** Resolves once the background's listeners are registered. */
  async ready(): Promise<this> {
    this.version = (await this.#browser.version()).replace(/^.*\//, '');
    await within(
      'the service worker of the extension to start',
      this.#control.evaluate('navigator.serviceWorker.ready.then(() => true)'),
    );
    await this.#take(await firstPage(this.#browser));
    return this;
  }

  async #take(page: Page): Promise<void> {
    const tabs = 'chrome.tabs.query({ active: true }).then((tabs) => tabs[0].id)';
    this.#tabs.push({ page, tabId: (await this.#control.evaluate(tabs)) as number });
  }

  get #tab(): { page: Page; tabId: number } {
    const visited = this.#tabs.at(-1);
    if (!visited) throw new Error('no tab');
    return visited;
  }

  async visit(
    url: string,
    { newTab = false, newPrivateWindow = false, wait = 'load' }: VisitOptions = {},
  ): Promise<void> {
    if (newTab) await this.#take(await this.#browser.newPage());
    if (newPrivateWindow) await this.#openPrivateWindow();
    const { page } = this.#tab;
    if (wait === 'none') {
      await page.evaluate(`void setTimeout(() => location.assign(${JSON.stringify(url)}))`);
      return;
    }
    try {
      await page.goto(url, { timeout: 3 * LIMIT });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      const code = /net::ERR_(CERT|SSL)_\w+/.exec(reason)?.[0];
      throw new Error(code ? `certificate error at ${url}: ${code}` : `cannot visit ${url}: ${reason}`, {
        cause: error,
      });
    }
  }

  async closedByPerson(): Promise<void> {
    if (this.#browser.connected) await new Promise((resolve) => this.#browser.once('disconnected', resolve));
  }

  async reload(): Promise<void> {
    await this.#tab.page.reload();
  }

  async back(): Promise<void> {
    await stayingWhereNoneIs(this.#tab.page.goBack());
  }

  async forward(): Promise<void> {
    await stayingWhereNoneIs(this.#tab.page.goForward());
  }

  async closeTab(): Promise<void> {
    const closed = this.#tabs.pop();
    await closed?.page.close();
    await this.#tab.page.bringToFront();
  }

  async #openPrivateWindow(): Promise<void> {
    const known = new Set(this.#browser.targets());
    const create = `chrome.windows.create({ incognito: true, url: 'about:blank' }).then(({ tabs }) => tabs[0].id)`;
    const tabId = (await this.#control.evaluate(create)) as number;
    const target = await this.#browser.waitForTarget(
      (candidate) => candidate.type() === TargetType.PAGE && !known.has(candidate),
      { timeout: LIMIT },
    );
    this.#tabs.push({ page: await target.asPage(), tabId });
  }

  async evaluate<T>(expression: string): Promise<T> {
    return (await this.#tab.page.evaluate(expression)) as T;
  }

  async openPopup(): Promise<ReturnType<typeof chromiumPage>> {
    const { page } = this.#tab;
    const extension = (await this.#browser.extensions()).get(this.#id);
    if (!extension) throw new Error('the extension is not installed');
    const address = (await this.#control.evaluate('chrome.action.getPopup({})')) as string;
    await page.bringToFront();
    const opened = this.#browser.waitForTarget((target) => target.url() === address, { timeout: LIMIT });
    const [target] = await Promise.all([opened, page.triggerExtensionAction(extension)]);
    const popup = await target.asPage();
    await popup.waitForFunction('document.readyState === "complete"', { timeout: LIMIT });
    return chromiumPage(popup, { wholePage: false, closed: () => Promise.resolve() });
  }

  async openExtensionPage(path: string): Promise<ReturnType<typeof chromiumPage>> {
    const page = await this.#browser.newPage();
    await page.goto(`chrome-extension://${this.#id}/${path}`, { timeout: LIMIT });
    return chromiumPage(page, { wholePage: true, closed: () => this.#tab.page.bringToFront() });
  }

  async openedExtensionPage(path: string): Promise<ReturnType<typeof chromiumPage>> {
    const address = `chrome-extension://${this.#id}/${path}`;
    const opened = await this.#browser.waitForTarget((target) => target.url().startsWith(address), {
      timeout: LIMIT,
    });
    const page = await opened.asPage();
    return chromiumPage(page, { wholePage: true, closed: () => this.#tab.page.bringToFront() });
  }

  async icon(): Promise<{ title: string }> {
    const title = await this.#control.evaluate(`chrome.action.getTitle({ tabId: ${this.#tab.tabId} })`);
    return { title: title as string };
  }

  async limitDatabases(bytes: number | null): Promise<void> {
    // A limit ends with the session that set it.
    this.#limit ??= await this.#control.createCDPSession();
    await this.#limit.send('Storage.overrideQuotaForOrigin', {
      origin: `chrome-extension://${this.#id}`,
      ...(bytes !== null && { quotaSize: bytes }),
    });
  }

  async address(): Promise<string> {
    return (await this.#control.evaluate(
      `chrome.tabs.get(${this.#tab.tabId}).then(({ url }) => url)`,
    )) as string;
  }

  currentTabId(): Promise<number> {
    return Promise.resolve(this.#tab.tabId);
  }

  async killBackground(): Promise<void> {
    await this.#watch.releaseWorkers();
    await stopWorker(this.#control);
  }

  async installBeside(folder: string): Promise<void> {
    await this.#browser.installExtension(folder);
  }

  extensionRequests(): Promise<ExtensionRequest[]> {
    return Promise.resolve([...this.#watch.requests]);
  }
}
