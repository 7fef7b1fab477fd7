/** Whether private windows are open, and the end of what was kept for them. */
import { browser } from '../platform/browser.ts';
import { forgetPrivateCertificates } from './certificate-facts.ts';
import { forgetPrivateOrigins } from './origins.ts';
import { forgetPrivateTries } from './tries.ts';

/** Whether a tab belongs to a private window. A tab that is gone counts as private: nothing of it is kept. */
export async function isPrivateTab(tabId: number): Promise<boolean> {
  try {
    return (await browser.tabs.get(tabId)).incognito;
  } catch {
    return true;
  }
}

/** Whether any private window is open that the extension is allowed in. */
export async function privateWindowOpen(): Promise<boolean> {
  const tabs = await browser.tabs.query({});
  return tabs.some(({ incognito }) => incognito);
}

/**
 * Removes what was kept for private windows once none is open. To be called whenever one may have been the last, and
 * after anything was kept for one that may be closed already. Resolves when it is done, also where that fails.
 */
export async function endPrivateWindows(): Promise<void> {
  try {
    if (await privateWindowOpen()) return;
    forgetPrivateTries();
    await Promise.all([forgetPrivateCertificates(), forgetPrivateOrigins()]);
  } catch (error) {
    console.warn('What was kept for private windows could not be removed.', error);
  }
}
