/** Chromium as a process: started on a profile. */
import { join } from 'node:path';
import { launch } from 'puppeteer-core';
import type { Browser, LaunchOptions as PuppeteerOptions } from 'puppeteer-core';
import { chromiumArguments } from './chromium-arguments.ts';
import type { LaunchOptions } from './driver.ts';
import { browserExecutable } from './executables.ts';
import { noteBrowserProcess } from './run-folder.ts';
import { LIMIT } from './wait.ts';

/** Starts the browser on the profile of a run's folder. `what`: the page that it opens, or a switch that says. */
export async function startChromium(
  folder: string,
  options: LaunchOptions,
  what: string[],
): Promise<Browser> {
  const home = join(folder, 'home');
  const settings: PuppeteerOptions = {
    executablePath: browserExecutable('chromium'),
    headless: !options.headed,
    pipe: true,
    enableExtensions: true,
    defaultViewport: null,
    protocolTimeout: 3 * LIMIT,
    // run-folder.ts sees to the end of the browser together with its folder.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    env: options.rootFiles?.length ? { ...process.env, HOME: home } : process.env,
    userDataDir: join(folder, 'profile'),
    args: [...chromiumArguments(options), ...what],
    // Puppeteer adds it where no page is named.
    ignoreDefaultArgs: ['about:blank'],
  };
  const browser = await launch(settings);
  const pid = browser.process()?.pid;
  if (pid !== undefined) noteBrowserProcess(folder, pid);
  return browser;
}
