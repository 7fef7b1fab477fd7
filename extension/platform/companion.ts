/** The pages' side of the companion: leave to talk to it, and looking at the site in a tab. Chromium only. */
import * as v from 'valibot';
import type { Runtime } from 'webextension-polyfill';
import { browser } from './browser.ts';
import { fromOwnPage } from './messages.ts';
import { SITES } from './permissions.ts';

const COMPANION = { permissions: ['nativeMessaging' as const] };

/** Whether this context can open a port: see companion-errands.chromium.ts. */
export function canConnect(): boolean {
  const { runtime }: { runtime: Partial<typeof chrome.runtime> } = chrome;
  return runtime.connectNative !== undefined;
}

export function mayAskCompanion(): Promise<boolean> {
  return browser.permissions.contains(COMPANION);
}

/** Asks the user. The browser demands that this is called synchronously from a click. */
export function requestCompanion(): Promise<boolean> {
  return browser.permissions.request(COMPANION);
}

/** Asks the user for what looking at every visited site takes. Synchronously from a click, as above. */
export function requestCompanionEverywhere(): Promise<boolean> {
  return browser.permissions.request({ ...COMPANION, ...SITES });
}

/** Gives the permission back. */
export function giveBackCompanion(): Promise<boolean> {
  return browser.permissions.remove(COMPANION);
}

/** Calls back when the permission was given or lost, wherever that was done. Returns what ends it. */
export function onCompanionChanged(callback: (held: boolean) => void): () => void {
  const listener =
    (held: boolean) =>
    ({ permissions }: { permissions?: string[] }): void => {
      if (permissions?.includes('nativeMessaging') === true) callback(held);
    };
  const [added, removed] = [listener(true), listener(false)];
  browser.permissions.onAdded.addListener(added);
  browser.permissions.onRemoved.addListener(removed);
  return () => {
    browser.permissions.onAdded.removeListener(added);
    browser.permissions.onRemoved.removeListener(removed);
  };
}

export function onCompanionWithdrawn(callback: () => void): void {
  onCompanionChanged((held) => {
    if (!held) callback();
  });
}

/**
 * Has the companion look at the site in a tab; resolves when the report on the tab tells what it found.
 *
 * @throws when the background does not answer: once it was stopped meanwhile, it is asked again
 */
export async function lookByCompanion(tabId: number): Promise<void> {
  const ask = (): Promise<unknown> => browser.runtime.sendMessage({ type: 'companion-look', tabId });
  await ask().catch(ask);
}

/** Answers the extension's own pages; for the background, synchronously when it starts. */
export function answerCompanionLooks(look: (tabId: number) => Promise<void>): void {
  const Request = v.strictObject({
    type: v.literal('companion-look'),
    tabId: v.pipe(v.number(), v.integer(), v.minValue(0)),
  });
  browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) => {
    const parsed = v.safeParse(Request, message);
    return fromOwnPage(sender) && parsed.success ? look(parsed.output.tabId) : undefined;
  });
}

const WISH = 'companion-wish';

/**
 * Keeps for which site the user is being asked: the browser's dialog closes the popup, and the next one goes on from there.
 * In memory, until it is taken.
 */
export async function noteWish(origin: string): Promise<void> {
  await browser.storage.session.set({ [WISH]: origin });
}

/** The origin of the site that was wished for, and no more from now on; null: none. */
export async function takeWish(): Promise<string | null> {
  const { [WISH]: wish } = await browser.storage.session.get(WISH);
  await browser.storage.session.remove(WISH);
  return typeof wish === 'string' ? wish : null;
}
