/** The welcome page: once, when the extension is installed, never after an update, never in a private window. */
import { browser } from '../platform/browser.ts';
import { managedSettings } from '../platform/settings.ts';
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

async function welcome(): Promise<void> {
  const { welcomePage } = await managedSettings();
  if (welcomePage) await openWelcome();
}
