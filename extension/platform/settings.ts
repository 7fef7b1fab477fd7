/**
 * The settings: the user's own in `storage.local`, under those that an administrator fixed in `storage.managed`.
 * Display settings also go through `storage.sync` while the user wants that: see `synced-settings.ts`.
 */
import { readManagedSettings, type ManagedSettings } from '../../src/settings/managed-settings.ts';
import { readSettings, type Settings } from '../../src/settings/settings.ts';
import { browser } from './browser.ts';
import { LOCAL_KINDS } from './stored-kinds.ts';

const KEY = LOCAL_KINDS.settings;

/** The settings as they count. */
export async function loadSettings(): Promise<Settings> {
  const [own, { fixed }] = await Promise.all([ownSettings(), managedSettings()]);
  return { ...own, ...fixed };
}

/** What an administrator decided; nothing where there is none. */
export async function managedSettings(): Promise<ManagedSettings> {
  try {
    return readManagedSettings(await browser.storage.managed.get(null));
  } catch {
    // Firefox refuses where no policy exists for this extension: the usual case.
    return readManagedSettings({});
  }
}

/** Changes some settings and leaves the others as they are. */
export async function changeSettings(change: Partial<Settings>): Promise<void> {
  await alone(async () => {
    await browser.storage.local.set({ [KEY]: { ...(await ownSettings()), ...change } });
  });
}

/** Calls back with the new settings after each change, wherever it was made. Returns what ends it. */
export function onSettingsChanged(callback: (settings: Settings) => void): () => void {
  const listener = (changes: Record<string, unknown>, area: string): void => {
    if ((area === 'local' && Object.hasOwn(changes, KEY)) || area === 'managed')
      void loadSettings().then(callback);
  };
  browser.storage.onChanged.addListener(listener);
  return () => {
    browser.storage.onChanged.removeListener(listener);
  };
}

/** What the user set here, whatever an administrator says. */
export async function ownSettings(): Promise<Settings> {
  return readSettings((await browser.storage.local.get(KEY))[KEY]);
}

/** One at a time among all pages and the background: a change reads the record before it writes it. */
async function alone(change: () => Promise<void>): Promise<void> {
  await navigator.locks.request(KEY, change);
}
