/** All that the extension keeps and that survives an update: read, and put back, as it is. */
import type { ExtensionPage } from '../driver/driver.ts';

interface StoredDatabase {
  name: string;
  version: number;
  stores: {
    name: string;
    keyPath: string | string[];
    indexes: { name: string; keyPath: string | string[] }[];
    records: Record<string, unknown>[];
  }[];
}

/** `storage.session` is not among it: both browsers empty it when an extension is updated. */
export interface Stored {
  local: Record<string, unknown>;
  sync: Record<string, unknown>;
  databases: StoredDatabase[];
}

const REQUEST = `const request = (one) => new Promise((resolve, reject) => {
  one.onsuccess = () => resolve(one.result);
  one.onerror = () => reject(one.error);
  one.onblocked = () => reject(new Error('blocked'));
});`;

const READ = `(async () => {
  ${REQUEST}
  const { local, sync } = (globalThis.browser ?? chrome).storage;
  const databases = [];
  for (const { name, version } of await indexedDB.databases()) {
    const database = await request(indexedDB.open(name, version));
    const stores = [];
    for (const each of database.objectStoreNames) {
      const store = database.transaction(each).objectStore(each);
      const indexes = [...store.indexNames].map((index) => ({ name: index, keyPath: store.index(index).keyPath }));
      stores.push({ name: each, keyPath: store.keyPath, indexes, records: await request(store.getAll()) });
    }
    database.close();
    databases.push({ name, version, stores });
  }
  return { local: await local.get(null), sync: await sync.get(null), databases };
})()`;

/** @param page one of the extension's */
export function readStored(page: ExtensionPage): Promise<Stored> {
  return page.evaluate<Stored>(READ);
}

/** Puts it into an extension that has stored nothing yet. @param page one of the extension's that uses no database */
export async function putStored(page: ExtensionPage, stored: Stored): Promise<void> {
  await page.evaluate(`(async () => {
    ${REQUEST}
    const stored = ${JSON.stringify(stored)};
    const { local, sync } = (globalThis.browser ?? chrome).storage;
    await local.set(stored.local);
    await sync.set(stored.sync);
    for (const { name, version, stores } of stored.databases) {
      const opening = indexedDB.open(name, version);
      opening.onupgradeneeded = () => {
        for (const { name: each, keyPath, indexes } of stores) {
          const store = opening.result.createObjectStore(each, { keyPath });
          for (const index of indexes) store.createIndex(index.name, index.keyPath);
        }
      };
      const database = await request(opening);
      for (const { name: each, records } of stores) {
        const store = database.transaction(each, 'readwrite').objectStore(each);
        await Promise.all(records.map((record) => request(store.put(record))));
      }
      database.close();
    }
  })()`);
}
