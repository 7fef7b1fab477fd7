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
  return (await settingsInForce()).settings;
}

/** What was read last; null: nothing, or it changed since. */
let known: Promise<Settings> | null = null;
let follows = false;

/** The settings as they count, read again only after a change: for whoever asks with every page. */
export async function knownSettings(): Promise<Settings> {
  if (!follows) browser.storage.onChanged.addListener(forgetChanged);
  follows = true;
  const reading = (known ??= loadSettings());
  return reading.catch((error: unknown) => {
    if (known === reading) known = null;
    throw error;
  });
}

function forgetChanged(changes: Record<string, unknown>, area: string): void {
  if (concernsSettings(changes, area)) known = null;
}

function concernsSettings(changes: Record<string, unknown>, area: string): boolean {
  return (area === 'local' && Object.hasOwn(changes, KEY)) || area === 'managed';
}

/** The settings as they count, and those among them that an administrator fixed. */
export async function settingsInForce(): Promise<{ settings: Settings; fixed: Partial<Settings> }> {
  const [own, { fixed }] = await Promise.all([ownSettings(), managedSettings()]);
  return { settings: { ...own, ...fixed }, fixed };
}

/** What an administrator decided; nothing where there is none. What does not fit is left out, with a word in the log. */
export async function managedSettings(): Promise<ManagedSettings> {
  const managed = readManagedSettings(await policy());
  for (const name of managed.dropped.filter((each) => !toldOf.has(each))) {
    toldOf.add(name);
    console.warn(`The policy's ${name} is left out: there is no such key, or its value does not fit.`);
  }
  return managed;
}

/** Resolves when the browser tells of a policy that it did not know before, or after so many milliseconds. */
export function untilPolicyChanges(limit: number): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      browser.storage.onChanged.removeListener(listener);
      resolve();
    };
    const listener = (_: unknown, area: string) => {
      if (area === 'managed') end();
    };
    const timer = setTimeout(end, limit);
    browser.storage.onChanged.addListener(listener);
  });
}

/** Keys of the policy that the log has been told of. Settings are read again at every change. */
const toldOf = new Set<string>();

/** Firefox refuses where no policy exists for this extension: the usual case. */
async function policy(): Promise<Record<string, unknown>> {
  try {
    return await browser.storage.managed.get(null);
  } catch {
    return {};
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
    if (concernsSettings(changes, area)) void loadSettings().then(callback);
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
