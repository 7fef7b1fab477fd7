/** The pages' side of the companion: leave to talk to it, and looking at the site in a tab. Chromium only. */
import * as v from 'valibot';
import type { Runtime } from 'webextension-polyfill';
import type { Target } from '../../src/companion/target.ts';
import { browser } from './browser.ts';
import { fromOwnPage } from './messages.ts';

const COMPANION = { permissions: ['nativeMessaging' as const] };

/**
 * Whether this context can open a port. Chromium gives the function only to contexts that began after the permission
 * was given: a worker that ran already does without until it is started again.
 */
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

/** What the background answers: the site that the page is to have looked at itself; null: it was done. */
const Errand = v.nullable(v.object({ host: v.string(), port: v.number() }));

/**
 * Has the companion look at the site in a tab; resolves when the report on the tab tells what it found.
 *
 * @param ask the page's own port, for a background that cannot open one
 * @throws when the background does not answer
 */
export async function lookByCompanion(
  tabId: number,
  ask: (target: Target) => Promise<unknown>,
): Promise<void> {
  const answer: unknown = await browser.runtime.sendMessage({ type: 'companion-look', tabId });
  const errand = v.parse(Errand, answer);
  if (errand === null) return;
  const looked = await ask(errand);
  await browser.runtime.sendMessage({ type: 'companion-look', tabId, looked });
}

/**
 * Answers the extension's own pages; for the background, synchronously when it starts.
 *
 * @param look with what the page's own port brought; else the site that the page is to ask about, or null
 */
export function answerCompanionLooks(look: (tabId: number, looked: unknown) => Promise<Target | null>): void {
  const Request = v.strictObject({
    type: v.literal('companion-look'),
    tabId: v.pipe(v.number(), v.integer(), v.minValue(0)),
    looked: v.optional(v.unknown()),
  });
  browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) => {
    const parsed = v.safeParse(Request, message);
    return fromOwnPage(sender) && parsed.success
      ? look(parsed.output.tabId, parsed.output.looked)
      : undefined;
  });
}
