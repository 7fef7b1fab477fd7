/** The extension in Firefox, as the browser's own window sees it. */
import type { ExtensionRequest, ToolbarIcon } from './driver.ts';
import type { Marionette } from './marionette.ts';
import { until } from './wait.ts';

// What the bodies below share: arguments[0] is the extension's identifier.
const extension = `
  const { extension } = WebExtensionPolicy.getByID(arguments[0]);
  const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
  const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
  const { ViewPopup } = ChromeUtils.importESModule('resource:///modules/ExtensionPopups.sys.mjs');
  const { browserActionFor, tabTracker } = ExtensionParent.apiManager.global;
`;

// The tab with the `<browser>` element that arguments[1] numbers.
const tab = `
  const tab = gBrowser.tabs.find(({ linkedBrowser }) => linkedBrowser.browserId === arguments[1]);
`;

/**
 * Installs an extension, `temporary` from an unpacked folder until the browser ends, otherwise from a package for good;
 * returns its identifier once its background has run.
 */
export async function installInFirefox(
  firefox: Marionette,
  path: string,
  temporary: boolean,
): Promise<string> {
  const { value: id } = (await firefox.send('Addon:Install', { path, temporary })) as { value: string };
  await until('the background of the extension to run', () =>
    firefox.chrome<true | undefined>(
      `${extension} return extension.backgroundState === 'running' ? true : undefined;`,
      id,
    ),
  );
  // As a user pins it; in the menu of extensions its popup has another size.
  await firefox.chrome(
    `${extension} CustomizableUI.addWidgetToArea(browserActionFor(extension).widget.id, 'nav-bar');`,
    id,
  );
  return id;
}

/** Installs another extension from an unpacked folder, until the browser ends, with the access to sites that it asks for. */
export async function installBeside(firefox: Marionette, path: string): Promise<void> {
  const { value: id } = (await firefox.send('Addon:Install', { path, temporary: true })) as { value: string };
  await setFirefoxSiteAccess(firefox, id, true);
}

/** Waits until an extension that was installed before the browser started can be used. */
export async function untilFirefoxHas(firefox: Marionette, id: string): Promise<void> {
  await until('the extension to be there', () =>
    firefox.chrome<true | undefined>(
      `${extension} return browserActionFor(extension) ? true : undefined;`,
      id,
    ),
  );
}

/** Gives or withdraws the access to sites that the manifest asks for, as about:addons does. */
export async function setFirefoxSiteAccess(firefox: Marionette, id: string, access: boolean): Promise<void> {
  const change = `${extension}
    const sites = { permissions: [], origins: extension.getManifestOrigins() };
    return ExtensionPermissions[arguments[1] ? 'add' : 'remove'](extension.id, sites, extension).then(() => undefined);
  `;
  await firefox.chrome(change, id, access);
  // The extension's own page of its address is always among its origins.
  const granted = `${extension} return extension.allowedOrigins.patterns.some(({ pattern }) => /^(<|\\*|http|ws)/.test(pattern));`;
  await until(`site access to be ${access ? 'given' : 'withdrawn'}`, async () =>
    (await firefox.chrome<boolean>(granted, id)) === access ? true : undefined,
  );
}

/** Lets the extension run in private windows, as the person does in about:addons. */
export async function allowPrivateWindows(firefox: Marionette, id: string): Promise<void> {
  const allow = `${extension}
    const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
    const allowed = { permissions: ['internal:privateBrowsingAllowed'], origins: [] };
    return ExtensionPermissions.add(extension.id, allowed, extension)
      .then(() => AddonManager.getAddonByID(extension.id))
      .then((addon) => addon.reload())
      .then(() => undefined);
  `;
  await firefox.chrome(allow, id);
  await until('the background of the extension to run in private windows', () =>
    firefox.chrome<true | undefined>(
      `${extension} return extension.privateBrowsingAllowed && extension.backgroundState === 'running' ? true : undefined;`,
      id,
    ),
  );
}

/** The extension API's number of the tab with the given `<browser>` element. */
export function tabNumber(firefox: Marionette, id: string, browserId: number): Promise<number> {
  return firefox.chrome<number>(`${extension} ${tab} return tabTracker.getId(tab);`, id, browserId);
}

/** The address that the tab with the given `<browser>` element shows. */
export function tabAddress(firefox: Marionette, id: string, browserId: number): Promise<string> {
  return firefox.chrome<string>(
    `${extension} ${tab} return tab.linkedBrowser.currentURI.spec;`,
    id,
    browserId,
  );
}

/** What the toolbar button shows for the tab with the given `<browser>` element. */
export function toolbarIcon(firefox: Marionette, id: string, browserId: number): Promise<ToolbarIcon> {
  const body = `${extension} ${tab}
    const { action } = browserActionFor(extension);
    const { icon } = ExtensionParent.IconDetails.getPreferredIcon(action.getProperty(tab, 'icon'), extension, 16);
    return { title: action.getProperty(tab, 'title'), path: icon.replace(extension.baseURL, '') };
  `;
  return firefox.chrome<ToolbarIcon>(body, id, browserId);
}

/** Clicks the toolbar button; returns the number of the popup's `<browser>` element once its page has loaded. */
export async function openFirefoxPopup(firefox: Marionette, id: string): Promise<number> {
  await until('the window to have the focus', () =>
    firefox.chrome<true | undefined>(
      'window.focus(); return Services.focus.activeWindow === window ? true : undefined;',
    ),
  );
  await firefox.chrome(`${extension} browserActionFor(extension).triggerAction(window);`, id);
  const shown = `${extension}
    const popup = ViewPopup.for(extension, window);
    const context = popup?.browser?.browsingContext;
    const isShown = popup?.panel?.state === 'open' && context?.currentURI.spec.startsWith(extension.baseURL);
    return isShown && !popup.browser.webProgress.isLoadingDocument ? context.browserId : undefined;
  `;
  return await until('the popup to open', () =>
    firefox.chrome<number | null>(shown, id).then((x) => x ?? undefined),
  );
}

/** Closes the popup, if one is open. */
export async function closeFirefoxPopup(firefox: Marionette, id: string): Promise<void> {
  await firefox.chrome(`${extension} ViewPopup.for(extension, window)?.closePopup();`, id);
  await until('the popup to close', async () =>
    (await firefox.chrome<boolean>(`${extension} return Boolean(ViewPopup.for(extension, window));`, id))
      ? undefined
      : true,
  );
}

/** Stops the event page, as Firefox does when it was idle for 30 s. */
export async function stopEventPage(firefox: Marionette, id: string): Promise<void> {
  const stop = `${extension}
    if (extension.backgroundState === 'stopped') return;
    return extension.terminateBackground({ disableResetIdleForTest: true }).then(() => undefined);
  `;
  await firefox.chrome(stop, id);
  await until('the event page to stop', () =>
    firefox.chrome<true | undefined>(
      `${extension} return extension.backgroundState === 'stopped' ? true : undefined;`,
      id,
    ),
  );
}

/** Address of a page of the extension. */
export function extensionAddress(firefox: Marionette, id: string, path: string): Promise<string> {
  return firefox.chrome<string>(`${extension} return extension.baseURL + arguments[1];`, id, path);
}

/** Waits until a tab shows a page of the extension, and closes it. */
export async function closeFirefoxTab(firefox: Marionette, id: string, path: string): Promise<void> {
  const close = `${extension}
    const shown = gBrowser.tabs.find(({ linkedBrowser }) =>
      linkedBrowser.currentURI.spec === extension.baseURL + arguments[1]);
    if (!shown) return undefined;
    gBrowser.removeTab(shown);
    return true;
  `;
  await until(`the tab with ${path} to open`, () =>
    firefox.chrome<true | null>(close, id, path).then((closed) => closed ?? undefined),
  );
}

/** Starts to note the requests of all extensions. Call it before the extension is installed. */
export async function watchFirefoxRequests(firefox: Marionette): Promise<void> {
  await firefox.chrome(`
    window.extensionRequests = [];
    // Kept on the window: an observer that nothing refers to is collected.
    window.extensionRequestObserver = {
      observe(subject) {
        const channel = subject.QueryInterface(Ci.nsIHttpChannel);
        // The principal of the page that loads it; a page that a user goes to is loaded by none.
        const addon = channel.loadInfo.loadingPrincipal?.addonId;
        if (addon) window.extensionRequests.push({ addon, url: channel.URI.spec, method: channel.requestMethod });
      },
    };
    Services.obs.addObserver(window.extensionRequestObserver, 'http-on-opening-request');
  `);
}

/** The noted requests of the extension. */
export function firefoxRequests(firefox: Marionette, id: string): Promise<ExtensionRequest[]> {
  return firefox.chrome<ExtensionRequest[]>(
    `return window.extensionRequests
      .filter(({ addon }) => addon === arguments[0])
      .map(({ url, method }) => ({ url, method }));`,
    id,
  );
}
