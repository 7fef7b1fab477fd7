/**
 * Display settings through the browser's own sync, only while the user wants that.
 *
 * Life: turned on, what other browsers of the user share is taken over, and else what is set here is shared; then every
 * change here is shared, and every change from elsewhere is taken over; turned off, nothing is shared or taken any
 * more, and what lies in the sync stays for the other browsers.
 */
import { displaySettings } from '../../src/settings/display-settings.ts';
import type { Settings } from '../../src/settings/settings.ts';
import { browser } from './browser.ts';
import { changeSettings, onSettingsChanged, ownSettings } from './settings.ts';
import { SYNC_KINDS } from './stored-kinds.ts';

const KEY = SYNC_KINDS.display;
/** What this context shared and was not told of yet, as JSON. Browsers tell a writer of its own writing, too. */
const underWay: string[] = [];

/** Registers what keeps the settings in step; for the background, synchronously when it starts. */
export function followSync(): void {
  onSettingsChanged((settings) => void share(settings).catch(report));
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'sync' && changes[KEY]?.newValue !== undefined && !wasOurs(changes[KEY].newValue))
      void takeOver(changes[KEY].newValue).catch(report);
  });
}

/** Turns the sync on or off. */
export async function setSync(on: boolean): Promise<void> {
  const shared = on ? (await browser.storage.sync.get(KEY))[KEY] : undefined;
  await changeSettings({ ...displaySettings(shared), sync: on });
}

async function share(settings: Settings): Promise<void> {
  if (!settings.sync) return;
  // What an administrator fixed here is not the user's choice, and stays here.
  const own = displaySettings(await ownSettings());
  const stored = displaySettings((await browser.storage.sync.get(KEY))[KEY]);
  // Writing what is there already would be told to every other browser.
  if (JSON.stringify(own) === JSON.stringify(stored)) return;
  underWay.push(asTold(own));
  try {
    await browser.storage.sync.set({ [KEY]: own });
  } catch (error) {
    wasOurs(own);
    throw error;
  }
}

/** Taken over late, one's own writing would undo what the user changed meanwhile. */
function wasOurs(told: unknown): boolean {
  const place = underWay.indexOf(asTold(displaySettings(told)));
  if (place === -1) return false;
  underWay.splice(place, 1);
  return true;
}

function asTold(settings: Partial<Settings>): string {
  return JSON.stringify(Object.entries(settings).toSorted(([a], [b]) => a.localeCompare(b)));
}

async function takeOver(shared: unknown): Promise<void> {
  if ((await ownSettings()).sync) await changeSettings(displaySettings(shared));
}

function report(error: unknown): void {
  console.warn('The display settings could not be synchronised.', error);
}
