/**
 * The toolbar button of a tab: icon and title.
 *
 * A browser resets both when the tab shows another page, which can come after the response was seen. So they are
 * set again with each report that a tab tells of, and nothing is remembered here.
 */
import type { PageReport } from '../../src/exposure/exposure.ts';
import { browser } from '../platform/browser.ts';
import { pageState, pageTitle } from '../ui/page-state.ts';
import { text } from '../ui/text.ts';

/** Shows the state of the report on the tab's button. A tab that is gone meanwhile is passed over. */
export async function showOnToolbar(tabId: number, report: PageReport): Promise<void> {
  const state = pageState(report);
  const path = Object.fromEntries([16, 32, 48].map((size) => [size, `/icons/${state}-${size}.png`]));
  try {
    await Promise.all([
      browser.action.setIcon({ tabId, path }),
      browser.action.setTitle({ tabId, title: text(pageTitle(report)) }),
    ]);
  } catch (error) {
    if (await exists(tabId)) throw error;
  }
}

async function exists(tabId: number): Promise<boolean> {
  return browser.tabs.get(tabId).then(
    () => true,
    () => false,
  );
}
