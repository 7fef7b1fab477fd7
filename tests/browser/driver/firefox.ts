/** Starts Firefox with the extension, and starts it again. */
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserUnderTest, LaunchOptions } from './driver.ts';
import { browserExecutable } from './executables.ts';
import * as installed from './firefox-extension.ts';
import { writePackage } from './firefox-package.ts';
import { startFirefox } from './firefox-process.ts';
import type { FirefoxProcess } from './firefox-process.ts';
import { makeFirefoxProfile } from './firefox-profile.ts';
import { FirefoxSession } from './firefox-session.ts';
import type { Marionette } from './marionette.ts';
import { makeRunFolder, removeRunFolder } from './run-folder.ts';
import { WELCOME, welcomes } from './welcome.ts';

/** Starts Firefox with the extension. */
export async function launchFirefox(options: LaunchOptions): Promise<BrowserUnderTest> {
  browserExecutable('firefox');
  const folder = makeRunFolder();
  let running: FirefoxProcess | undefined;
  const close = async (): Promise<void> => {
    await running?.end();
    removeRunFolder(folder);
  };
  const session = (started: FirefoxProcess, id: string): Promise<FirefoxSession> =>
    new FirefoxSession(started, id, {
      close,
      restart: () => restart(started, id),
      async installOver(extension) {
        const update = join(folder, 'update.xpi');
        writePackage(extension, update);
        return await session(started, await installed.installInFirefox(started.firefox, update, false));
      },
    }).ready();
  const restart = async (before: FirefoxProcess, id: string): Promise<FirefoxSession> => {
    await before.quit();
    running = await startFirefox(folder, options);
    await installed.watchFirefoxRequests(running.firefox);
    await installed.untilFirefoxHas(running.firefox, id);
    return await session(running, id);
  };
  try {
    await makeFirefoxProfile(join(folder, 'profile'), options);
    running = await startFirefox(folder, options);
    return await session(running, await install(running.firefox, folder, options));
  } catch (error) {
    await close();
    throw error;
  }
}

/** Installs the extension as the options say; returns its identifier. */
async function install(firefox: Marionette, folder: string, options: LaunchOptions): Promise<string> {
  const { extension, openBefore, outlivesRestart = false } = options;
  if (openBefore !== undefined) await firefox.inPage('WebDriver:Navigate', { url: openBefore });
  await installed.watchFirefoxRequests(firefox);
  const copy = join(folder, outlivesRestart ? 'extension.xpi' : 'extension');
  // Firefox reads an unpacked extension where it lies: a build that is made meanwhile must not change this run.
  if (outlivesRestart) writePackage(extension, copy);
  else cpSync(extension, copy, { recursive: true });
  const id = await installed.installInFirefox(firefox, copy, !outlivesRestart);
  if (welcomes(extension) && !options.welcome) await installed.closeFirefoxTab(firefox, id, WELCOME);
  if (options.privateWindows === true) await installed.allowPrivateWindows(firefox, id);
  if (options.siteAccess !== undefined) {
    await installed.setFirefoxSiteAccess(firefox, id, options.siteAccess);
  }
  return id;
}
