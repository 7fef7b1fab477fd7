/**
 * What the browser tells of its tabs, for the visits: which address each shows, and when it goes.
 *
 * Measured (tests/browser/visits): a page that a tab shows anew is told by `status: 'loading'`, in Firefox 153 together
 * with `url` (without it, loading has only begun), in Chromium 156 without it when the address is the same. An address
 * that a script changes comes in Firefox with `status: 'complete'` and `url`; in Chromium it looks like a new page.
 * Downloads and answers of 204 tell of no address.
 */
import type { Tabs } from 'webextension-polyfill';
import { browser, isFirefox } from '../platform/browser.ts';
import { addressMark } from './address.ts';
import { webOrigin } from './observation.ts';
import { endPrivateWindows } from './private-windows.ts';
import type { Visits } from './visits.ts';

type Change = Tabs.OnUpdatedChangeInfoType;

/**
 * Registers the listeners; to be called synchronously when the background starts, so that an event wakes it.
 *
 * @param told called after each event of a tab that stays, and whether its page still loads
 */
export function followTabs(visits: Visits, told: (tabId: number, loading: boolean) => void): void {
  browser.tabs.onUpdated.addListener((tabId, change, tab) => {
    if (change.status === undefined && change.url === undefined) return;
    if (showsAddress(change)) visits.shows(tabId, commitOf(change, change.url ?? tab.url));
    told(tabId, change.status === 'loading');
  });
  browser.tabs.onActivated.addListener(({ tabId }) => {
    told(tabId, false);
  });
  browser.tabs.onRemoved.addListener((tabId) => {
    // What is still being recorded of the tab comes first.
    void visits.forget(tabId).then(endPrivateWindows);
  });
  // Only Chromium replaces tabs, and what never happens elsewhere need not be there (Firefox for Android).
  const { onReplaced }: Partial<typeof browser.tabs> = browser.tabs;
  onReplaced?.addListener((added, removed) => {
    visits.rename(removed, added);
    told(added, false);
  });
  // What an earlier background missed: it may have died with a tab's end still to be told.
  void endPrivateWindows();
  visits.sweep(openTabs).catch((error: unknown) => {
    console.warn('Records of closed tabs could not be removed.', error);
  });
}

function showsAddress({ status, url }: Change): boolean {
  return url !== undefined || (!isFirefox && status === 'loading');
}

function commitOf({ status }: Change, url: string | undefined): Parameters<Visits['shows']>[1] {
  const origin = url === undefined ? null : webOrigin(url);
  if (url === undefined || origin === null) return null;
  const sameDocument = isFirefox ? status === 'complete' : null;
  return { origin, address: addressMark(url), sameDocument, at: Date.now() };
}

async function openTabs(): Promise<Set<number>> {
  const tabs = await browser.tabs.query({});
  return new Set(tabs.flatMap(({ id }) => (id === undefined ? [] : [id])));
}
