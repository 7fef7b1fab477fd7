/** The welcome page: once, when the extension is installed, never after an update, never in a private window. */
import { browser } from '../platform/browser.ts';
import { isFirefox } from '../platform/browser.ts';
import { managedSettings, untilPolicyChanges } from '../platform/settings.ts';
import { openWelcome } from '../platform/tabs.ts';

/** Registers the listener; for the background, synchronously when it starts. */
export function welcomeOnInstall(): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason !== 'install') return;
    welcome().catch((error: unknown) => {
      console.warn('The welcome page could not be opened.', error);
    });
  });
}

/**
 * How long the policy is waited for, in milliseconds, before the page opens, since Chromium 156 runs a new extension
 * before it has read the policy for it: about two seconds on a busy machine. It tells of the policy as of a change.
 */
const BEFORE = 2000;
/** And how long after it: a policy that comes so late closes the page again. */
const AFTER = 10_000;

async function welcome(): Promise<void> {
  if (!(await isWelcome(isFirefox ? 0 : BEFORE))) return;
  const close = await openWelcome();
  if (!isFirefox && !(await isWelcome(AFTER))) await close();
}

/** Whether the policy allows the page, as far as it is known after `limit` milliseconds, or when it changes before. */
async function isWelcome(limit: number): Promise<boolean> {
  const changed = limit > 0 ? untilPolicyChanges(limit) : null;
  if (!(await managedSettings()).welcomePage) return false;
  await changed;
  return (await managedSettings()).welcomePage;
}
