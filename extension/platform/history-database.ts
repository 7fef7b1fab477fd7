/**
 * The history's database: IndexedDB of the extension's own origin, one record a site and day, and one a request that no
 * page could be matched with (history-unmatched.ts).
 *
 * The background writes it, the options page reads it here directly, without going through messages: 100,000 entries
 * would have to be copied twice, and the worker would have to live as long as the page. Both use this module alone.
 *
 * Life: made by the first entry that is recorded, never by looking; removed whole when everything is erased.
 */
import * as v from 'valibot';
import { EntrySchema, type HistoryEntry } from '../../src/history/entry.ts';
import { announceHistoryChange, tellThisPage } from './history-changes.ts';
import { historyExists, removeDatabase, withDatabase, type HistoryDatabase } from './history-connection.ts';

/** The entry as it is stored; null: none, or one that does not fit, which is then written over. */
function checked(stored: unknown): HistoryEntry | null {
  if (stored === undefined) return null;
  const parsed = v.safeParse(EntrySchema, stored);
  if (parsed.success) return parsed.output;
  console.warn(`Passed over an entry of the history: ${parsed.issues[0].message}`);
  return null;
}

/**
 * Changes one entry, or makes it; no other change comes between.
 *
 * @throws HistoryFailure `full` when there is no room: the entry is as it was
 */
export async function changeEntry(
  day: string,
  site: string,
  change: (known: HistoryEntry | null) => HistoryEntry,
): Promise<void> {
  await withDatabase(async (database) => {
    const transaction = database.transaction('entries', 'readwrite');
    // The transaction's own end says whether it was kept.
    await Promise.all([
      transaction.store.get([day, site]).then((known) => transaction.store.put(change(checked(known)))),
      transaction.done,
    ]);
  });
  announceHistoryChange({ day, site });
}

/** @throws HistoryFailure */
export async function readEntry(day: string, site: string): Promise<HistoryEntry | null> {
  return withDatabase(async (database) => checked(await database.get('entries', [day, site])));
}

/**
 * How many entries there are, of all days or of those before one. Makes no database where there is none.
 *
 * @throws HistoryFailure
 */
export async function countEntries(before: string | null): Promise<number> {
  if (!(await historyExists())) return 0;
  const range = before === null ? null : IDBKeyRange.upperBound([before], true);
  return withDatabase((database) => database.count('entries', range));
}

/**
 * Every entry, the newest day first, sites in alphabetical order, in batches that each take a page a few milliseconds.
 *
 * @throws HistoryFailure
 */
export async function* readEntries(batch = 300): AsyncGenerator<HistoryEntry[]> {
  for (let day = await lastDayBefore(null); day !== null; day = await lastDayBefore(day)) {
    let after = '';
    for (;;) {
      const range = IDBKeyRange.bound([day, after], [day, []], true, true);
      const rows = await withDatabase((database) => database.getAll('entries', range, batch));
      yield rows.map(checked).filter((entry) => entry !== null);
      if (rows.length < batch) break;
      after = rows.at(-1)?.site ?? after;
    }
  }
}

async function lastDayBefore(day: string | null): Promise<string | null> {
  const range = day === null ? null : IDBKeyRange.upperBound([day]);
  return withDatabase(async (database) => {
    const cursor = await database.transaction('entries').store.openKeyCursor(range, 'prev');
    return cursor?.key[0] ?? null;
  });
}

/** @throws HistoryFailure */
export async function eraseEntry(day: string, site: string): Promise<void> {
  await withDatabase((database) => database.delete('entries', [day, site]));
  announceHistoryChange('erased');
}

/** Every day of one site, and what may be about it. @throws HistoryFailure */
export async function eraseSite(site: string): Promise<void> {
  await withDatabase(async (database) => {
    const transaction = database.transaction(['entries', 'unmatched'], 'readwrite');
    const entries = transaction.objectStore('entries');
    const unmatched = transaction.objectStore('unmatched');
    const keys = await entries.index('site').getAllKeys(site);
    const about = (await unmatched.getAll()).filter(({ candidates }) => candidates.includes(site));
    await Promise.all([
      ...keys.map((key) => entries.delete(key)),
      ...about.map(({ day, at, endpoint }) => unmatched.delete([day, at, endpoint])),
      transaction.done,
    ]);
  });
  announceHistoryChange('erased');
}

/** Every site of the days from one to another, both counted. @throws HistoryFailure */
export async function erasePeriod(from: string, to: string): Promise<void> {
  await withDatabase((database) => eraseDays(database, IDBKeyRange.bound([from], [to, []])));
  announceHistoryChange('erased');
}

/** Everything, the database too, also one that cannot be opened. @throws HistoryFailure */
export async function eraseHistory(): Promise<void> {
  await removeDatabase();
  announceHistoryChange('erased');
  // Another section of the page that erased it may show it.
  tellThisPage('erased');
}

/** Erases what is older than a day. Makes no database where there is none. @throws HistoryFailure */
export async function pruneHistory(oldestKept: string): Promise<void> {
  if (!(await historyExists())) return;
  const older = IDBKeyRange.upperBound([oldestKept], true);
  const pruned = await withDatabase(async (database) => {
    const count = (await database.count('entries', older)) + (await database.count('unmatched', older));
    if (count > 0) await eraseDays(database, older);
    return count;
  });
  if (pruned > 0) announceHistoryChange('erased');
}

async function eraseDays(database: HistoryDatabase, days: IDBKeyRange): Promise<void> {
  const transaction = database.transaction(['entries', 'unmatched'], 'readwrite');
  await Promise.all([
    transaction.objectStore('entries').delete(days),
    transaction.objectStore('unmatched').delete(days),
    transaction.done,
  ]);
}
