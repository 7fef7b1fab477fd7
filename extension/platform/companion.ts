/** The pages' side of the companion: leave to talk to it, and looking at the site in a tab. Chromium only. */
import * as v from 'valibot';
import type { Runtime } from 'webextension-polyfill';
import { browser } from './browser.ts';
import { fromOwnPage } from './messages.ts';

const COMPANION = { permissions: ['nativeMessaging' as const] };
export function mayAskCompanion(): Promise<boolean> {
  return browser.permissions.contains(COMPANION);
}

/** Asks the user. The browser demands that this is called synchronously from a click. */
export function requestCompanion(): Promise<boolean> {
  return browser.permissions.request(COMPANION);
}

/**
 * Has the companion look at the site in a tab; resolves when the report on the tab tells what it found.
 *
 * @throws when the background does not answer
 */
export async function lookByCompanion(tabId: number): Promise<void> {
  await browser.runtime.sendMessage({ type: 'companion-look', tabId });
}

/** Answers the extension's own pages; for the background, synchronously when it starts. */
export function answerCompanionLooks(look: (tabId: number) => Promise<void>): void {
  const Request = v.strictObject({
    type: v.literal('companion-look'),
    tabId: v.pipe(v.number(), v.integer(), v.minValue(0)),
  });
  browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) => {
    const parsed = v.safeParse(Request, message);
    return fromOwnPage(sender) && parsed.success ? look(parsed.output.tabId).then(() => true) : undefined;
  });
}
