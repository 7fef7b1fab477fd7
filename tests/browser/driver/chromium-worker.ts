/** Stops the extension's service worker in Chromium. */
import type { Page } from 'puppeteer-core';
import { within } from './wait.ts';

/** Resolves when the worker has stopped, as it does after 30 s without events. `page`: one of the extension's. */
export async function stopWorker(page: Page): Promise<void> {
  const session = await page.createCDPSession();
  const running = new Set<string>();
  const stopped = new Promise<void>((resolve) => {
    session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
      for (const { versionId, runningStatus } of versions) {
        if (runningStatus === 'stopped') running.delete(versionId);
        else running.add(versionId);
      }
      if (versions.length > 0 && running.size === 0) resolve();
    });
  });
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await within('the service worker to stop', stopped);
  await session.detach();
}
