/** Firefox for measuring, through Marionette. */
import { cpSync } from 'node:fs';
import path from 'node:path';
import type { LaunchOptions } from '../../browser/driver/driver.ts';
import {
  closeFirefoxPopup,
  closeFirefoxTab,
  installInFirefox,
  openFirefoxPopup,
  stopEventPage,
} from '../../browser/driver/firefox-extension.ts';
import { evaluateIn } from '../../browser/driver/firefox-page.ts';
import { startFirefox } from '../../browser/driver/firefox-process.ts';
import { makeFirefoxProfile } from '../../browser/driver/firefox-profile.ts';
import type { Marionette } from '../../browser/driver/marionette.ts';
import { makeRunFolder, removeRunFolder } from '../../browser/driver/run-folder.ts';
import { WELCOME, welcomes } from '../../browser/driver/welcome.ts';
import type { Measured, MeasuredBrowser, Surroundings } from './measured-browser.ts';
import { processorTime } from './processor-time.ts';
import { there } from './there.ts';

const LOADED = `performance.getEntriesByType('navigation')[0].loadEventStart`;

/** Starts it; where it refuses the extension, throws. */
export async function measuredFirefox(
  { extension }: Measured,
  { hosts, rootFiles }: Surroundings,
): Promise<MeasuredBrowser> {
  const options: LaunchOptions = {
    extension: extension ?? '',
    hosts,
    rootFiles,
    // The page's clock is otherwise blurred to a millisecond and more.
    preferences: { 'privacy.reduceTimerPrecision': false },
  };
  const folder = makeRunFolder();
  await makeFirefoxProfile(path.join(folder, 'profile'), options);
  const started = await startFirefox(folder, options);
  const { firefox } = started;
  const close = async (): Promise<void> => {
    await started.end();
    removeRunFolder(folder);
  };
  try {
    const visited = await firefox.chrome<number>('return gBrowser.selectedBrowser.browserId;');
    const id = extension === null ? null : await install(firefox, extension, path.join(folder, 'extension'));
    return {
      version: started.version,
      async load(url) {
        await inFront(firefox, visited);
        await firefox.inPage('WebDriver:Navigate', { url });
        return evaluateIn<number>(firefox, visited, LOADED);
      },
      processorTime: () => processorTime(started.pid),
      background: async (expression) =>
        evaluateIn(firefox, await backgroundPage(firefox, there(id)), expression),
      stopBackground: () => stopEventPage(firefox, there(id)),
      backgroundMemory: () => firefox.chrome<number>(memory),
      async openPopup() {
        const name = there(id);
        const clickedAt = performance.timeOrigin + performance.now();
        const browserId = await openFirefoxPopup(firefox, name);
        return {
          clickedAt,
          evaluate: (expression) => evaluateIn(firefox, browserId, expression),
          close: () => closeFirefoxPopup(firefox, name),
        };
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function install(firefox: Marionette, extension: string, copy: string): Promise<string> {
  cpSync(extension, copy, { recursive: true });
  const id = await installInFirefox(firefox, copy, true);
  if (welcomes(extension)) await closeFirefoxTab(firefox, id, WELCOME);
  return id;
}

/**
 * Closes all other tabs: what an extension may open to welcome its user, and when, is none of the measurement, and a page
 * behind it is not drawn.
 */
async function inFront(firefox: Marionette, visited: number): Promise<void> {
  await firefox.chrome(
    `const kept = gBrowser.tabs.find(({ linkedBrowser }) => linkedBrowser.browserId === arguments[0]);
     gBrowser.selectedTab = kept;
     gBrowser.removeAllTabsBut(kept);`,
    visited,
  );
}

/** The number of the event page's `<browser>` element. */
function backgroundPage(firefox: Marionette, id: string): Promise<number> {
  return firefox.chrome<number>(
    `const { extension } = WebExtensionPolicy.getByID(arguments[0]);
     for (const view of extension.views) if (view.viewType === 'background') return view.xulBrowser.browserId;
     throw new Error('the event page does not run');`,
    id,
  );
}

/** Of the process in which extensions run, after every process was told to give back what it can. */
const memory = `
  Services.obs.notifyObservers(null, 'child-mmu-request');
  return new Promise((resolve) => setTimeout(resolve, 1000))
    .then(() => ChromeUtils.requestProcInfo())
    .then(({ children }) => children.find(({ type }) => type === 'extension').memory);
`;
