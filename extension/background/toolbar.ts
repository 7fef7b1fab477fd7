/**
 * The toolbar button of a tab: icon and title.
 *
 * A browser resets both when the tab shows another page, which can come after the response was seen. So they are set
 * again after each of the tab's own events, and otherwise only where they change: drawing an icon costs more than all
 * else that a page's host asks of the background.
 *
 * Life of what is remembered: born when a button is set; ends with the tab's next event, and with the background.
 */
import type { PageReport } from '../../src/exposure/exposure.ts';
import { browser } from '../platform/browser.ts';
import { pageState, pageTitle } from '../ui/page-state.ts';
import { text } from '../ui/text.ts';

/** What each tab's button says, as far as the browser has not taken it back. */
const said = new Map<number, string>();

/** The tab told of something after which the browser may have reset its button, or is gone. */
export function toolbarMayBeReset(tabId: number): void {
  said.delete(tabId);
}

/** Shows the state of the report on the tab's button. A tab that is gone meanwhile is passed over. */
export async function showOnToolbar(tabId: number, report: PageReport): Promise<void> {
  const state = pageState(report);
  const title = text(pageTitle(report));
  if (said.get(tabId) === `${state} ${title}`) return;
  // Before the browser is told, so that a reset that comes meanwhile is not forgotten.
  said.set(tabId, `${state} ${title}`);
  const path = Object.fromEntries([16, 32, 48].map((size) => [size, `/icons/${state}-${size}.png`]));
  try {
    await Promise.all([browser.action.setIcon({ tabId, path }), browser.action.setTitle({ tabId, title })]);
  } catch (error) {
    said.delete(tabId);
    if (await exists(tabId)) throw error;
  }
}

async function exists(tabId: number): Promise<boolean> {
  return browser.tabs.get(tabId).then(
    () => true,
    () => false,
  );
}
