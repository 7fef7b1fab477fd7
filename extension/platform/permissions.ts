/** Site access: whether the extension may look at the sites that the user visits. */
import { browser, isFirefox } from './browser.ts';

/** Every site. Chromium counts WebSockets apart (measured with 156); in Firefox the first pattern covers them. */
export const SITES = { origins: isFirefox ? ['*://*/*'] : ['*://*/*', 'ws://*/*', 'wss://*/*'] };

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

/** Gives the access to every site back. Sites that the user allowed one by one stay allowed. */
export function giveBackSiteAccess(): Promise<boolean> {
  return browser.permissions.remove(SITES);
}

export function onSiteAccessChanged(callback: () => void): void {
  browser.permissions.onAdded.addListener(callback);
  browser.permissions.onRemoved.addListener(callback);
}

/** Firefox only: to be told of each request that leaves, among them the browser's own checks of certificates. */
const PRECISE_WATCH = { permissions: ['proxy' as const] };

export async function hasPreciseWatch(): Promise<boolean> {
  return isFirefox && browser.permissions.contains(PRECISE_WATCH);
}

/** Asks the user. The browser demands that this is called synchronously from a click. */
export function requestPreciseWatch(): Promise<boolean> {
  return browser.permissions.request(PRECISE_WATCH);
}

/** Gives the permission back. */
export function giveBackPreciseWatch(): Promise<boolean> {
  return browser.permissions.remove(PRECISE_WATCH);
}

/** Calls back when the permission was given or lost, wherever that was done. Returns what ends it. */
export function onPreciseWatchChanged(callback: (held: boolean) => void): () => void {
  const added = ({ permissions }: { permissions?: string[] }): void => {
    if (permissions?.includes('proxy') === true) callback(true);
  };
  const removed = ({ permissions }: { permissions?: string[] }): void => {
    if (permissions?.includes('proxy') === true) callback(false);
  };
  browser.permissions.onAdded.addListener(added);
  browser.permissions.onRemoved.addListener(removed);
  return () => {
    browser.permissions.onAdded.removeListener(added);
    browser.permissions.onRemoved.removeListener(removed);
  };
}
