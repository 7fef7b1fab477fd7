/** How much the extension stores now, place by place, in bytes. */
import { browser } from './browser.ts';

export interface StorageUse {
  session: number;
  local: number;
  sync: number;
  /** The database of the history; null: the browser does not tell. */
  database: number | null;
}

export async function storageUse(): Promise<StorageUse> {
  const [session, local, sync, database] = await Promise.all([
    bytesIn('session'),
    bytesIn('local'),
    bytesIn('sync'),
    bytesInDatabases(),
  ]);
  return { session, local, sync, database };
}

/** Not every browser counts every area: there the bytes are those of the values as JSON. */
async function bytesIn(name: 'session' | 'local' | 'sync'): Promise<number> {
  const area = browser.storage[name];
  const counts: { getBytesInUse?: (keys: null) => Promise<number> } = area;
  if (counts.getBytesInUse !== undefined) {
    try {
      return await counts.getBytesInUse(null);
    } catch {
      // The polyfill offers the function where the browser has none.
    }
  }
  const stored = await area.get(null);
  const size = new TextEncoder().encode(JSON.stringify(stored)).byteLength;
  return Object.keys(stored).length === 0 ? 0 : size;
}

async function bytesInDatabases(): Promise<number | null> {
  const { usage, usageDetails }: { usage?: number; usageDetails?: { indexedDB?: number } } =
    await navigator.storage.estimate();
  // Where the browser breaks the figure down, a part that is left out is empty.
  return usageDetails === undefined ? (usage ?? null) : (usageDetails.indexedDB ?? 0);
}
