/**
 * The connection to the history's database: opened when first needed, given up when another page wants to remove or upgrade
 * it.
 */
import { deleteDB, openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { HistoryEntry } from '../../src/history/entry.ts';
import type { UnmatchedContact } from '../../src/history/unmatched.ts';
import { asHistoryFailure } from './history-failure.ts';

const NAME = 'history';

interface Schema extends DBSchema {
  entries: { key: [day: string, site: string]; value: HistoryEntry; indexes: { site: string } };
  /** Requests that no page could be matched with. */
  unmatched: { key: [day: string, at: number, endpoint: string]; value: UnmatchedContact };
}

export type HistoryDatabase = IDBPDatabase<Schema>;

/** Each step leads from the version that is its position to the next. A released step is never changed. */
const UPGRADES: readonly ((database: HistoryDatabase) => void)[] = [
  (database) => {
    database.createObjectStore('entries', { keyPath: ['day', 'site'] }).createIndex('site', 'site');
  },
  (database) => {
    database.createObjectStore('unmatched', { keyPath: ['day', 'at', 'endpoint'] });
  },
];

let connection: Promise<HistoryDatabase> | null = null;

function forget(): void {
  connection = null;
}

function connect(): Promise<HistoryDatabase> {
  const opening = openDB<Schema>(NAME, UPGRADES.length, {
    upgrade(database, oldVersion) {
      for (const step of UPGRADES.slice(oldVersion)) step(database);
    },
    blocking(_current, _blocked, event) {
      forget();
      if (event.target instanceof IDBDatabase) event.target.close();
    },
    terminated: forget,
  });
  opening.catch(forget);
  return opening;
}

/** Does something with the database, which is made where there is none. @throws HistoryFailure */
export async function withDatabase<T>(work: (database: HistoryDatabase) => Promise<T>): Promise<T> {
  try {
    connection ??= connect();
    return await work(await connection);
  } catch (error) {
    throw asHistoryFailure(error);
  }
}

/** Whether anything was ever recorded and not erased as a whole. @throws HistoryFailure */
export async function historyExists(): Promise<boolean> {
  try {
    return (await indexedDB.databases()).some(({ name }) => name === NAME);
  } catch (error) {
    throw asHistoryFailure(error);
  }
}

/** Removes the database, also one that cannot be opened. @throws HistoryFailure */
export async function removeDatabase(): Promise<void> {
  try {
    const open = await connection?.catch(() => null);
    open?.close();
    forget();
    await deleteDB(NAME);
  } catch (error) {
    throw asHistoryFailure(error);
  }
}
