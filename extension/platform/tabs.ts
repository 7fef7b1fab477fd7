/** The tab that a person looks at. */
import { browser } from './browser.ts';

export interface ShownTab {
  id: number;
  /** Absent where the extension may not know it: a browser page, or a site it has no access to. */
  url?: string;
  incognito: boolean;
}

/** The active tab of the current window; null where there is none. */
export async function currentTab(): Promise<ShownTab | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined) return null;
  const { id, incognito } = tab;
  return tab.url === undefined ? { id, incognito } : { id, incognito, url: tab.url };
}

/** Opens the welcome page in a window that is not private; nothing where there is none. Returns what closes it. */
export async function openWelcome(): Promise<() => Promise<void>> {
  const url = browser.runtime.getURL('welcome/index.html');
  // Firefox for Android has tabs and no windows; there a private window is out of an extension's sight by default.
  const { windows }: { windows?: typeof browser.windows } = browser;
  if (windows === undefined) {
    return closing(await browser.tabs.create({ url }));
  }
  const open = await windows.getAll({ windowTypes: ['normal'] });
  const place =
    open.find(({ incognito, focused }) => focused && !incognito) ?? open.find(({ incognito }) => !incognito);
  return closing(place?.id === undefined ? {} : await browser.tabs.create({ url, windowId: place.id }));
}

function closing({ id }: { id?: number | undefined }): () => Promise<void> {
  return async () => {
    if (id !== undefined) await browser.tabs.remove(id).catch(() => {});
  };
}

/** Whether this page, or the window under this popup, is private. */
export async function inPrivateWindow(): Promise<boolean> {
  const tab =
    (await browser.tabs.getCurrent()) ?? (await browser.tabs.query({ active: true, currentWindow: true }))[0];
  return tab?.incognito ?? false;
}

/**
 * Whether a tab is private. Asked of the tab, since in Chromium the popup over a private window is itself none: both
 * kinds of window share one copy of the extension. A tab that cannot be asked counts as private.
 */
export async function isPrivateTab(tabId: number): Promise<boolean> {
  const tab = await browser.tabs.get(tabId).catch(() => null);
  return tab === null || tab.incognito;
}

/** Opens the options page at a right, with the key of a visit that was left for it. Closes the popup that asked. */
export async function openRight(right: string, visit: string | null): Promise<void> {
  const search = visit === null ? '' : `?visit=${visit}`;
  await browser.tabs.create({ url: browser.runtime.getURL(`options/index.html${search}#rights-${right}`) });
  // A popup is no tab; Firefox leaves it open over the new one.
  if ((await browser.tabs.getCurrent()) === undefined) window.close();
}
