/** A running Firefox as a person uses it, driven through Marionette. */
import type {
  BrowserUnderTest,
  ExtensionRequest,
  ExtensionTab,
  Popup,
  ToolbarIcon,
  VisitOptions,
} from './driver.ts';
import * as installed from './firefox-extension.ts';
import { pressInFirefox } from './firefox-keyboard.ts';
import { evaluateIn, firefoxPage, setFirefoxViewport } from './firefox-page.ts';
import { printFromFirefox, setFirefoxMedium } from './firefox-paper.ts';
import type { FirefoxProcess } from './firefox-process.ts';
import { MarionetteError } from './marionette.ts';
import type { Marionette } from './marionette.ts';
import { until } from './wait.ts';

export class FirefoxSession implements BrowserUnderTest {
  readonly kind = 'firefox';
  readonly version: string;
  readonly close: () => Promise<void>;
  readonly restart: () => Promise<BrowserUnderTest>;
  readonly installOver: (extension: string) => Promise<BrowserUnderTest>;
  readonly #ended: Promise<void>;
  readonly #firefox: Marionette;
  readonly #id: string;
  /** The window handles of WebDriver; the visited tab's is the last one. */
  #handles: string[] = [];
  #visited = 0;

  constructor(
    started: FirefoxProcess,
    id: string,
    life: Pick<BrowserUnderTest, 'close' | 'restart' | 'installOver'>,
  ) {
    this.#firefox = started.firefox;
    this.#id = id;
    this.version = started.version;
    this.#ended = started.ended;
    this.close = life.close;
    this.restart = life.restart;
    this.installOver = life.installOver;
  }

  closedByPerson(): Promise<void> {
    return this.#ended;
  }

  async ready(): Promise<this> {
    this.#visited = await this.#selected();
    this.#handles = [((await this.#firefox.inPage('WebDriver:GetWindowHandle')) as { value: string }).value];
    return this;
  }

  #selected(): Promise<number> {
    return this.#firefox.chrome<number>('return gBrowser.selectedBrowser.browserId;');
  }

  async #open(kind: { type: 'tab' } | { type: 'window'; private: true }): Promise<void> {
    const opened = await this.#firefox.send('WebDriver:NewWindow', { ...kind, focus: true });
    const { handle } = opened as { handle: string };
    this.#handles.push(handle);
    await this.#goTo(handle);
  }

  async #goTo(handle: string): Promise<void> {
    await this.#firefox.send('WebDriver:SwitchToWindow', { handle, focus: true });
    this.#visited = await this.#selected();
  }

  async visit(
    url: string,
    { newTab = false, newPrivateWindow = false, wait = 'load' }: VisitOptions = {},
  ): Promise<void> {
    if (newTab) await this.#open({ type: 'tab' });
    if (newPrivateWindow) await this.#open({ type: 'window', private: true });
    if (wait === 'none') {
      await this.#firefox.chrome(
        `gBrowser.selectedBrowser.fixupAndLoadURIString(arguments[0], {
          triggeringPrincipal: Services.scriptSecurityManager.getSystemPrincipal(),
        });`,
        url,
      );
      return;
    }
    try {
      await this.#firefox.inPage('WebDriver:Navigate', { url });
    } catch (error) {
      if (!(error instanceof MarionetteError)) throw error;
      // Must-staple without a staple ends in an error of NSS's that Marionette does not count as the certificate's.
      const certificate = error.code === 'insecure certificate' || error.message.includes('e=nssFailure2');
      const what = certificate ? 'certificate error at' : 'cannot visit';
      throw new Error(`${what} ${url}: ${error.message}`, { cause: error });
    }
  }

  async reload(): Promise<void> {
    await this.#firefox.inPage('WebDriver:Refresh');
  }

  async back(): Promise<void> {
    await this.#firefox.inPage('WebDriver:Back');
  }

  async forward(): Promise<void> {
    await this.#firefox.inPage('WebDriver:Forward');
  }

  async closeTab(): Promise<void> {
    await this.#firefox.inPage('WebDriver:CloseWindow');
    this.#handles.pop();
    const before = this.#handles.at(-1);
    if (before === undefined) throw new Error('no tab');
    await this.#goTo(before);
  }

  evaluate<T>(expression: string): Promise<T> {
    return evaluateIn<T>(this.#firefox, this.#visited, expression);
  }

  async openPopup(): Promise<Popup> {
    const browserId = await installed.openFirefoxPopup(this.#firefox, this.#id);
    const close = (): Promise<void> => installed.closeFirefoxPopup(this.#firefox, this.#id);
    return firefoxPage(this.#firefox, browserId, { wholePage: false, close });
  }

  async openExtensionPage(path: string): Promise<ExtensionTab> {
    const url = await installed.extensionAddress(this.#firefox, this.#id, path);
    const browserId = await this.#firefox.chrome<number>(
      `gBrowser.selectedTab = gBrowser.addTrustedTab(arguments[0]);
       return gBrowser.selectedBrowser.browserId;`,
      url,
    );
    await until(`the page ${path} to load`, async () => {
      const loaded = `location.href === ${JSON.stringify(url)} && document.readyState === 'complete'`;
      return (await evaluateIn<boolean>(this.#firefox, browserId, loaded)) || undefined;
    });
    return this.#extensionTab(browserId);
  }

  #extensionTab(browserId: number): ExtensionTab {
    const close = async (): Promise<void> => {
      await this.#firefox.chrome(closing, browserId, this.#visited);
    };
    return {
      ...firefoxPage(this.#firefox, browserId, { wholePage: true, close }),
      press: (keys) => pressInFirefox(this.#firefox, browserId, keys),
      setViewport: (viewport) => setFirefoxViewport(this.#firefox, browserId, viewport),
      setMedium: (medium) => setFirefoxMedium(this.#firefox, browserId, medium),
      print: (file) => printFromFirefox(this.#firefox, browserId, file),
    };
  }

  async openedExtensionPage(path: string): Promise<ExtensionTab> {
    const address = await installed.extensionAddress(this.#firefox, this.#id, path);
    const found = `return gBrowser.browsers.find(({ currentURI }) => currentURI.spec.startsWith(arguments[0]))?.browserId;`;
    const browserId = await until(
      `the extension to open ${path}`,
      async () => (await this.#firefox.chrome<number | null>(found, address)) ?? undefined,
    );
    return this.#extensionTab(browserId);
  }

  icon(): Promise<ToolbarIcon> {
    return installed.toolbarIcon(this.#firefox, this.#id, this.#visited);
  }

  limitDatabases(): Promise<void> {
    throw new Error('Firefox reads its limit when it starts, and it holds for the settings too.');
  }

  address(): Promise<string> {
    return installed.tabAddress(this.#firefox, this.#id, this.#visited);
  }

  currentTabId(): Promise<number> {
    return installed.tabNumber(this.#firefox, this.#id, this.#visited);
  }

  killBackground(): Promise<void> {
    return installed.stopEventPage(this.#firefox, this.#id);
  }

  async installBeside(folder: string): Promise<void> {
    await installed.installBeside(this.#firefox, folder);
  }

  extensionRequests(): Promise<ExtensionRequest[]> {
    return installed.firefoxRequests(this.#firefox, this.#id);
  }
}

const closing = `
  const [closed, visited] = arguments;
  const tab = (id) => gBrowser.tabs.find(({ linkedBrowser }) => linkedBrowser.browserId === id);
  gBrowser.selectedTab = tab(visited);
  if (tab(closed)) gBrowser.removeTab(tab(closed));
`;
