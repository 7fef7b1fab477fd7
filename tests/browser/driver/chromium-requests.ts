/** Watches what the extension itself requests in Chromium. */
import type { Browser, CDPSession } from 'puppeteer-core';
import type { ExtensionRequest } from './driver.ts';

export interface RequestWatch {
  /** Grows. */
  requests: ExtensionRequest[];
  /** Lets go of all workers: one that is being debugged does not stop, and its successor would never start. */
  releaseWorkers(): Promise<void>;
}

const HELD = { autoAttach: true, waitForDebuggerOnStart: true, flatten: true };

/**
 * Starts to watch. Every new page and worker is held until its network is watched, so
 * that a worker's very first request is seen. Call it before the extension is installed.
 *
 * Pages are reached through their tabs: while a debugger is attached to a page itself, Chromium loads no page ahead of
 * its visit there (`PrerenderingDisabledByDevTools`, measured with 156).
 */
export async function watchChromiumRequests(browser: Browser): Promise<RequestWatch> {
  const requests: ExtensionRequest[] = [];
  const workers = new Set<CDPSession>();
  const root = await browser.target().createCDPSession();
  const watchTargetsOf = (parent: CDPSession): void => {
    parent.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
      const session = root.connection()?.session(sessionId);
      if (!session) return;
      if (targetInfo.type === 'service_worker') workers.add(session);
      if (targetInfo.type === 'tab') {
        watchTargetsOf(session);
        session.send('Target.setAutoAttach', HELD).catch(() => undefined);
        session.send('Runtime.runIfWaitingForDebugger').catch(() => undefined);
      } else watch(session, targetInfo.url, requests);
    });
  };
  watchTargetsOf(root);
  await root.send('Target.setAutoAttach', {
    ...HELD,
    // `other`: what a popup is when it is attached to.
    filter: [{ type: 'tab' }, { type: 'service_worker' }, { type: 'other' }],
  });
  const releaseWorkers = async (): Promise<void> => {
    // A session whose worker is gone cannot be let go of, and need not be.
    // Through the session that they belong to: `detach` asks the connection, which does not know them.
    const released = [...workers];
    await Promise.allSettled(
      released.map((session) => root.send('Target.detachFromTarget', { sessionId: session.id() })),
    );
    // One that started meanwhile is still held.
    for (const session of released) workers.delete(session);
  };
  return { requests, releaseWorkers };
}

function watch(session: CDPSession, address: string, requests: ExtensionRequest[]): void {
  let document = address;
  session.on('Network.requestWillBeSent', ({ request, documentURL }) => {
    document = documentURL;
    if (isExtension(document) && !isLocal(request.url)) {
      requests.push({ url: request.url, method: request.method });
    }
  });
  session.on('Network.webSocketCreated', ({ url }) => {
    if (isExtension(document)) requests.push({ url, method: 'GET' });
  });
  // Both fail only when the page is already gone again.
  session.send('Network.enable').catch(() => undefined);
  session.send('Runtime.runIfWaitingForDebugger').catch(() => undefined);
}

function isExtension(url: string): boolean {
  return url.startsWith('chrome-extension:');
}

function isLocal(url: string): boolean {
  return /^(chrome-extension|data|blob):/.test(url);
}
