/** The tab that a person looks at. */
import { browser } from './browser.ts';

export interface ShownTab {
  id: number;
  /** Absent where the extension may not know it: a browser page, or a site it has no access to. */
  url?: string;
}

/** The active tab of the current window; null where there is none. */
export async function currentTab(): Promise<ShownTab | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined) return null;
  return tab.url === undefined ? { id: tab.id } : { id: tab.id, url: tab.url };
}

/** Opens a page of the extension in a tab of its own, or goes to it where it is open. */
export async function openOptions(section: string): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(`options/index.html#${section}`) });
}
