/** Chromium for measuring, through its debugging protocol. No `Page` of puppeteer's: it watches the network of those. */
import path from 'node:path';
import { TargetType, type Browser, type CDPSession, type Target } from 'puppeteer-core';
import type { LaunchOptions } from '../../browser/driver/driver.ts';
import { startChromium } from '../../browser/driver/chromium-process.ts';
import { installInChromium } from '../../browser/driver/chromium-site-access.ts';
import { makeRunFolder, removeRunFolder } from '../../browser/driver/run-folder.ts';
import { until, within } from '../../browser/driver/wait.ts';
import type { Measured, MeasuredBrowser, MeasuredPopup, Surroundings } from './measured-browser.ts';
import { processorTime } from './processor-time.ts';
import { there } from './there.ts';

const LOADED = `performance.getEntriesByType('navigation')[0].loadEventStart`;
/** A page that has not loaded by then never will; milliseconds. */
const LIMIT = 60_000;

/** Starts it; where it refuses the extension, throws. */
export async function measuredChromium(
  { extension, optionalAccess }: Measured,
  { hosts, spkiPins }: Surroundings,
): Promise<MeasuredBrowser> {
  const options: LaunchOptions = {
    extension: extension ?? '',
    hosts,
    spkiPins,
    certificateFlag: true,
    siteAccess: optionalAccess,
  };
  const folder = makeRunFolder();
  const browser = await startChromium(folder, options, ['about:blank']);
  const close = async (): Promise<void> => {
    await browser.close();
    removeRunFolder(folder);
  };
  try {
    const target = await browser.waitForTarget((one) => one.type() === TargetType.PAGE);
    const page = await target.createCDPSession();
    await page.send('Page.enable');
    const copy = path.join(folder, 'extension');
    const id = extension === null ? null : await installInChromium(browser, extension, copy, options);
    const workers = id === null ? null : await Workers.of(browser, id);
    return {
      version: (await browser.version()).replace(/^.*\//, ''),
      load: (url) => load(page, url),
      processorTime: () => processorTime(browser.process()?.pid ?? -1),
      background: (expression) => there(workers).evaluate(expression),
      stopBackground: () => there(workers).stop(),
      backgroundMemory: () => there(workers).memory(),
      openPopup: () => openPopup(browser, there(id)),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function load(page: CDPSession, url: string): Promise<number> {
  // What an extension opened to welcome its user may lie over it, and a page behind another is not drawn.
  await page.send('Page.bringToFront');
  const loaded = new Promise<void>((resolve) => page.once('Page.loadEventFired', () => resolve()));
  const { errorText } = await page.send('Page.navigate', { url });
  if (errorText !== undefined) throw new Error(`${url}: ${errorText}`);
  await within(`${url} to load`, loaded, LIMIT);
  return evaluate<number>(page, LOADED);
}

async function evaluate<T>(session: CDPSession, expression: string): Promise<T> {
  const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
    expression,
    returnByValue: true,
    awaitPromise: true,
  });
  if (exceptionDetails !== undefined) throw new Error(`${expression}: ${exceptionDetails.text}`);
  return result.value as T;
}

/** The extension's service worker, which comes and goes. */
class Workers {
  private constructor(
    private readonly browser: Browser,
    private readonly id: string,
    /** Of a page of the extension that no tab shows and that runs no code of it. */
    private readonly control: CDPSession,
  ) {}

  static async of(browser: Browser, id: string): Promise<Workers> {
    const root = await browser.target().createCDPSession();
    const url = `chrome-extension://${id}/manifest.json`;
    await root.send('Target.createTarget', { url, hidden: true });
    const page = await browser.waitForTarget((candidate) => candidate.url() === url);
    const control = await page.createCDPSession();
    await within(
      'the service worker to start',
      evaluate(control, 'navigator.serviceWorker.ready.then(() => true)'),
    );
    return new Workers(browser, id, control);
  }

  private async session<T>(work: (session: CDPSession) => Promise<T>): Promise<T> {
    const isOurs = (target: Target): boolean =>
      target.type() === TargetType.SERVICE_WORKER && target.url().includes(`//${this.id}/`);
    const target = await this.browser.waitForTarget(isOurs);
    const session = await target.createCDPSession();
    try {
      return await work(session);
    } finally {
      // A worker that is being debugged does not stop.
      await session.detach();
    }
  }

  evaluate<T>(expression: string): Promise<T> {
    return this.session((session) => evaluate<T>(session, expression));
  }

  memory(): Promise<number> {
    return this.session(async (session) => {
      await session.send('HeapProfiler.collectGarbage');
      const { usedSize } = await session.send('Runtime.getHeapUsage');
      return usedSize;
    });
  }

  async stop(): Promise<void> {
    const running = new Set<string>();
    const { control } = this;
    const stopped = new Promise<void>((resolve) => {
      control.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
        for (const { versionId, runningStatus } of versions)
          if (runningStatus === 'stopped') running.delete(versionId);
          else running.add(versionId);
        if (versions.length > 0 && running.size === 0) resolve();
      });
    });
    await control.send('ServiceWorker.enable');
    await control.send('ServiceWorker.stopAllWorkers');
    await within('the service worker to stop', stopped);
    control.removeAllListeners('ServiceWorker.workerVersionUpdated');
    await control.send('ServiceWorker.disable');
  }
}

async function openPopup(browser: Browser, id: string): Promise<MeasuredPopup> {
  const root = await browser.target().createCDPSession();
  const { targetInfos } = await root.send('Target.getTargets', { filter: [{ type: 'tab' }] });
  const tab = targetInfos.find(({ url }) => url.startsWith('https:') || url === 'about:blank');
  if (tab === undefined) throw new Error('There is no tab to open the popup over.');
  const known = new Set(browser.targets());
  const clickedAt = performance.timeOrigin + performance.now();
  await root.send('Extensions.triggerAction', { id, targetId: tab.targetId });
  const target = await browser.waitForTarget(
    (one) =>
      !known.has(one) && one.url().startsWith(`chrome-extension://${id}/`) && one.url().includes('popup'),
  );
  const popup = await target.createCDPSession();
  return {
    clickedAt,
    evaluate: (expression) => evaluate(popup, expression),
    async close() {
      await root.send('Target.closeTarget', {
        targetId: (await popup.send('Target.getTargetInfo')).targetInfo.targetId,
      });
      await until('the popup to close', () => (browser.targets().includes(target) ? undefined : true));
      await root.detach();
    },
  };
}
