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
      backgroundMemory: () => firefox.chrome<number>(memory, there(id)),
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

/**
 * What Firefox's own memory reporters (about:memory) count to the event page, after every process was told to give back
 * what it can. The process that extensions run in holds much else: measured, it grew by sets in the browser's own scripts
 * while the event page did not.
 */
const memory = `
  const [id] = arguments;
  const page = 'moz-extension://' + WebExtensionPolicy.getByID(id).mozExtensionHostname + '/_generated_background_page.html';
  // Paths of reports have no slashes in names.
  const top = 'explicit/window-objects/top(' + page.replaceAll('/', '\\\\');
  const manager = Cc['@mozilla.org/memory-reporter-manager;1'].getService(Ci.nsIMemoryReporterManager);
  Services.obs.notifyObservers(null, 'child-mmu-request');
  return new Promise((resolve) => setTimeout(resolve, 1000)).then(() => new Promise((resolve, reject) => {
    let held = 0;
    const report = (process, path, kind, units, amount) => {
      if (path.startsWith(top)) held += amount;
    };
    const end = () => (held > 0 ? resolve(held) : reject(new Error('no report on ' + top)));
    manager.getReports(report, null, end, null, false);
  }));
`;
