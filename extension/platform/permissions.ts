/** Site access: whether the extension may look at the sites that the user visits. */
import { browser, isFirefox } from './browser.ts';

/** Every site. Chromium counts WebSockets apart (measured with 156); in Firefox the first pattern covers them. */
const SITES = { origins: isFirefox ? ['*://*/*'] : ['*://*/*', 'ws://*/*', 'wss://*/*'] };

export function hasSiteAccess(): Promise<boolean> {
  return browser.permissions.contains(SITES);
}

/** Whether the extension may look at this one site: the user can allow or withdraw it site by site. */
export function hasAccessTo(origin: string): Promise<boolean> {
  const { protocol, hostname } = new URL(origin);
  return browser.permissions.contains({ origins: [`${protocol}//${hostname}/*`] });
}

/** Asks the user. The browser demands that this is called synchronously from a click. */
export function requestSiteAccess(): Promise<boolean> {
  return browser.permissions.request(SITES);
}

export function onSiteAccessChanged(callback: () => void): void {
  browser.permissions.onAdded.addListener(callback);
  browser.permissions.onRemoved.addListener(callback);
}
