/** Starts Chromium with the extension, and starts it again. */
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { watchChromiumRequests } from './chromium-requests.ts';
import type { RequestWatch } from './chromium-requests.ts';
import { installForGood } from './chromium-installed.ts';
import { startChromium } from './chromium-process.ts';
import { ChromiumSession, firstPage } from './chromium-session.ts';
import { installInChromium } from './chromium-site-access.ts';
import type { BrowserUnderTest, LaunchOptions } from './driver.ts';
import { browserExecutable } from './executables.ts';
import { makeRunFolder, removeRunFolder } from './run-folder.ts';
import { makeTrustingHome } from './trust.ts';
import { LIMIT, until } from './wait.ts';
import { WELCOME, welcomes } from './welcome.ts';

/** Starts Chromium with the extension. */
export async function launchChromium(options: LaunchOptions): Promise<BrowserUnderTest> {
  browserExecutable('chromium');
  const folder = makeRunFolder();
  let browser: Browser | undefined;
  const close = async (): Promise<void> => {
    await browser?.close();
    removeRunFolder(folder);
  };
  const session = async (started: Browser, id: string, watch: RequestWatch): Promise<ChromiumSession> => {
    const control = await openControlPage(started, id);
    return new ChromiumSession(started, id, watch, control, {
      close,
      restart: () => restart(id),
      async installOver(extension) {
        const copy = join(folder, 'extension');
        rmSync(copy, { recursive: true });
        cpSync(extension, copy, { recursive: true });
        // A page that no tab shows would stay, cut off from the extension.
        await control.close();
        // At the same path it has the same identifier.
        return await session(started, await started.installExtension(copy), watch);
      },
    }).ready();
  };
  const restart = async (id: string): Promise<ChromiumSession> => {
    await browser?.close();
    installForGood(join(folder, 'profile'), id);
    browser = await startChromium(folder, options, ['--restore-last-session']);
    const watch = await watchChromiumRequests(browser);
    await untilRestored(await firstPage(browser));
    return await session(browser, id, watch);
  };
  try {
    if (options.rootFiles?.length) await makeTrustingHome(join(folder, 'home'), options.rootFiles);
    options.chromiumProfile?.(join(folder, 'profile'));
    browser = await startChromium(folder, options, ['about:blank']);
    const watch = await watchChromiumRequests(browser);
    if (options.openBefore !== undefined) await (await firstPage(browser)).goto(options.openBefore);
    const id = await installInChromium(browser, options.extension, join(folder, 'extension'), options);
    // Installed twice, for the access, it counts as updated and welcomes nobody.
    const twice = options.siteAccess === true || options.nativeMessaging === true;
    const opens = welcomes(options.extension) && !twice;
    if (opens && !options.welcome) await closeWelcome(browser, id);
    return await session(browser, id, watch);
  } catch (error) {
    await close();
    throw error;
  }
}

async function untilRestored(page: Page): Promise<void> {
  const there = `/^https?:/.test(location.href) && document.readyState === 'complete'`;
  await until('the tab to be restored', async () =>
    (await page.evaluate(there)) === true ? true : undefined,
  );
}

async function closeWelcome(browser: Browser, id: string): Promise<void> {
  const url = `chrome-extension://${id}/${WELCOME}`;
  const target = await browser.waitForTarget((candidate) => candidate.url() === url, { timeout: LIMIT });
  const page = await target.page();
  await page?.close();
}

/**
 * A page that no tab shows, with the extension's rights: asks the extension API without waking the background and
 * without another tab in front. It shows the manifest, as that runs no code of the extension.
 */
async function openControlPage(browser: Browser, id: string): Promise<Page> {
  const root = await browser.target().createCDPSession();
  const url = `chrome-extension://${id}/manifest.json`;
  await root.send('Target.createTarget', { url, hidden: true });
  const target = await browser.waitForTarget((candidate) => candidate.url() === url, { timeout: LIMIT });
  return await target.asPage();
}
