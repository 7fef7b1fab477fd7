/** Drives Firefox through Marionette. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type {
  BrowserUnderTest,
  ExtensionRequest,
  ExtensionTab,
  LaunchOptions,
  Popup,
  VisitOptions,
  ToolbarIcon,
} from './driver.ts';
import { browserExecutable } from './executables.ts';
import * as installed from './firefox-extension.ts';
import { pressInFirefox } from './firefox-keyboard.ts';
import { evaluateIn, firefoxPage, setFirefoxViewport } from './firefox-page.ts';
import { makeFirefoxProfile } from './firefox-profile.ts';
import { MarionetteError, connectMarionette } from './marionette.ts';
import type { Marionette } from './marionette.ts';
import { makeRunFolder, noteBrowserProcess, removeRunFolder } from './run-folder.ts';
import { LIMIT, until, within } from './wait.ts';
import { WELCOME, welcomes } from './welcome.ts';

/** Starts Firefox with the extension. */
export async function launchFirefox(options: LaunchOptions): Promise<BrowserUnderTest> {
  const executable = browserExecutable('firefox');
  const folder = makeRunFolder();
  const profile = join(folder, 'profile');
  let firefox: Marionette | undefined;
  let child: ChildProcess | undefined;
  const close = async (): Promise<void> => {
    if (child && firefox) await endFirefox(child, firefox);
    removeRunFolder(folder);
  };
  try {
    await makeFirefoxProfile(profile, options);
    const given = ['--marionette', '--remote-allow-system-access', '--no-remote', '--profile', profile];
    const look = options.headed ? [] : ['--headless', '--width', '1280', '--height', '1000'];
    child = spawn(executable, [...given, ...look, ...(options.extraArguments ?? [])], { stdio: 'ignore' });
    if (child.pid !== undefined) noteBrowserProcess(folder, child.pid);
    firefox = await connectMarionette(await marionettePort(profile, child));
    const { capabilities } = (await firefox.send('WebDriver:NewSession', {
      pageLoadStrategy: 'normal',
      timeouts: { pageLoad: 3 * LIMIT, script: 3 * LIMIT, implicit: 0 },
    })) as { capabilities: { browserVersion: string } };
    await firefox.send('Marionette:SetContext', { value: 'chrome' });
    await installed.watchFirefoxRequests(firefox);
    // Firefox reads an unpacked extension where it lies: a build that is made meanwhile must not change this run.
    cpSync(options.extension, join(folder, 'extension'), { recursive: true });
    const id = await installed.installInFirefox(firefox, join(folder, 'extension'));
    if (welcomes(options.extension) && !options.welcome)
      await installed.closeFirefoxTab(firefox, id, WELCOME);
    if (options.privateWindows === true) await installed.allowPrivateWindows(firefox, id);
    if (options.siteAccess !== undefined) {
      await installed.setFirefoxSiteAccess(firefox, id, options.siteAccess);
    }
    const ended = once(child, 'exit').then(() => undefined);
    return await new FirefoxSession(firefox, id, capabilities.browserVersion, ended, close).ready();
  } catch (error) {
    await close();
    throw error;
  }
}

/** Firefox writes the port that it chose into its profile. */
async function marionettePort(profile: string, child: ChildProcess): Promise<number> {
  let ended = '';
  child.on('error', (error) => (ended = error.message));
  child.on('exit', (code) => (ended = `it ended with code ${code}`));
  return await until(
    'Firefox to start',
    () => {
      if (ended) throw new Error(ended);
      return Number(readFileSync(join(profile, 'MarionetteActivePort'), 'utf8')) || undefined;
    },
    6 * LIMIT,
  );
}

async function endFirefox(child: ChildProcess, firefox: Marionette): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  firefox.send('Marionette:Quit', { flags: ['eForceQuit'] }).catch(() => undefined);
  try {
    await within('Firefox to end', exit);
  } catch {
    child.kill('SIGKILL');
    await exit;
  }
  firefox.close();
}

class FirefoxSession implements BrowserUnderTest {
  readonly kind = 'firefox';
  readonly version: string;
  readonly close: () => Promise<void>;
  readonly #firefox: Marionette;
  readonly #id: string;
  /** The window handles of WebDriver; the visited tab's is the last one. */
  #handles: string[] = [];
  #visited = 0;

  constructor(
    firefox: Marionette,
    id: string,
    version: string,
    private readonly ended: Promise<void>,
    close: () => Promise<void>,
  ) {
    this.#firefox = firefox;
    this.#id = id;
    this.version = version;
    this.close = close;
  }

  closedByPerson(): Promise<void> {
    return this.ended;
  }

  async ready(): Promise<this> {
    this.#visited = await this.#selected();
    this.#handles = [((await this.#inPage('WebDriver:GetWindowHandle')) as { value: string }).value];
    return this;
  }

  #selected(): Promise<number> {
    return this.#firefox.chrome<number>('return gBrowser.selectedBrowser.browserId;');
  }

  /** Sends a WebDriver command that concerns the visited page. */
  async #inPage(command: string, parameters: Record<string, unknown> = {}): Promise<unknown> {
    await this.#firefox.send('Marionette:SetContext', { value: 'content' });
    try {
      return await this.#firefox.send(command, parameters);
    } finally {
      await this.#firefox.send('Marionette:SetContext', { value: 'chrome' });
    }
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
      await this.#inPage('WebDriver:Navigate', { url });
    } catch (error) {
      if (!(error instanceof MarionetteError)) throw error;
      // Must-staple without a staple ends in an error of NSS's that Marionette does not count as the certificate's.
      const certificate = error.code === 'insecure certificate' || error.message.includes('e=nssFailure2');
      const what = certificate ? 'certificate error at' : 'cannot visit';
      throw new Error(`${what} ${url}: ${error.message}`, { cause: error });
    }
  }

  async reload(): Promise<void> {
    await this.#inPage('WebDriver:Refresh');
  }

  async back(): Promise<void> {
    await this.#inPage('WebDriver:Back');
  }

  async forward(): Promise<void> {
    await this.#inPage('WebDriver:Forward');
  }

  async closeTab(): Promise<void> {
    await this.#inPage('WebDriver:CloseWindow');
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

  currentTabId(): Promise<number> {
    return installed.tabNumber(this.#firefox, this.#id, this.#visited);
  }

  killBackground(): Promise<void> {
    return installed.stopEventPage(this.#firefox, this.#id);
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
